import { DownOutlined, UserOutlined } from '@ant-design/icons'
import { Link } from '@tanstack/react-router'
import { App, Button, Popover } from 'antd'
import { useState } from 'react'
import { signOut } from '../client/session.ts'
import { useSession } from '../client/SessionContext.ts'

/** Account menu: who is signed in and in what role, own sign-ins and password, and sign-out. */
export function AccountMenu() {
  const { account } = useSession()
  const { message } = App.useApp()
  const [open, setOpen] = useState(false)

  async function leave() {
    try {
      await signOut()
      location.assign('/')
    } catch (error) {
      void message.error(error instanceof Error ? error.message : String(error))
    }
  }

  return (
    <Popover
      trigger="click"
      placement="bottomRight"
      open={open}
      onOpenChange={setOpen}
      content={
        <div className="account-menu">
          <p>{account.name}</p>
          <ul>
            {account.grants.map(grant => (
              <li key={`${grant.role} ${grant.unit}`}>
                {grant.unitName === undefined ? grant.roleName : `${grant.unitName} · ${grant.roleName}`}
              </li>
            ))}
          </ul>
          <Link to="/me" onClick={() => setOpen(false)}>
            我的账号
          </Link>
          <Button block onClick={() => void leave()}>
            退出登录
          </Button>
        </div>
      }
    >
      <Button
        type="text"
        className="account-button"
        aria-label={`账号：${account.name}`}
        aria-expanded={open}
      >
        <UserOutlined className="account-icon" />
        <span className="account-name">{account.name}</span>
        <DownOutlined className="account-arrow" />
      </Button>
    </Popover>
  )
}
