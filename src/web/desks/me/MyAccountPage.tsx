import { App } from 'antd'
import { PasswordForm } from '../../app/signIn/PasswordForm.tsx'
import { useSession } from '../../app/SessionContext.ts'
import { PageHead } from '../../parts/PageHead.tsx'

/** 我的账号: what this person is here, and their password. */
export function MyAccountPage() {
  const { account } = useSession()
  const { message } = App.useApp()
  return (
    <>
      <PageHead title="我的账号" state={`${account.name}（${account.username}）`} />
      <h2>修改口令</h2>
      <div style={{ maxWidth: 360 }}>
        <PasswordForm username={account.username} onChanged={() => void message.success('口令已修改')} />
      </div>
    </>
  )
}
