import { App } from 'antd'
import { useSession } from '../../client/SessionContext.ts'
import { PasswordForm } from '../../kit/signIn/PasswordForm.tsx'
import { PageHead } from '../../kit/PageHead.tsx'
import { MyDevices } from './MyDevices.tsx'
import { MyRights } from './MyRights.tsx'
import { MySecondFactor } from './MySecondFactor.tsx'
import './me.css'

/** Shows the reader's own account: signed-in devices, password, second factor. */
export function MyAccountPage() {
  const { account } = useSession()
  const { message } = App.useApp()
  return (
    <>
      <PageHead
        title="我的账号"
        state={
          <>
            {account.name}，用户名 <span translate="no">{account.username}</span>
          </>
        }
      />
      <h2>正在登录的设备</h2>
      <MyDevices />
      <h2>动态验证码</h2>
      <MySecondFactor />
      <h2>我的权限</h2>
      <MyRights />
      <h2>修改口令</h2>
      <div className="me-narrow">
        <PasswordForm username={account.username} onChanged={() => void message.success('口令已修改')} />
      </div>
    </>
  )
}
