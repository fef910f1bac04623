import { DownOutlined } from '@ant-design/icons'
import { useNavigate } from '@tanstack/react-router'
import { App, Button, Dropdown } from 'antd'
import { signOut } from './session.ts'
import { useSession } from './SessionContext.ts'

/** 账号菜单: who is signed in and as what; own sign-ins and password; sign out. */
export function AccountMenu() {
  const { account } = useSession()
  const { message } = App.useApp()
  const navigate = useNavigate()
  const roles = [...new Set(account.grants.map(grant => grant.unitName ?? grant.roleName))].join('、')

  async function leave() {
    try {
      await signOut()
      location.assign('/')
    } catch (error) {
      void message.error(error instanceof Error ? error.message : String(error))
    }
  }

  return (
    <Dropdown
      trigger={['click']}
      menu={{
        items: [
          { key: 'who', type: 'group', label: `${account.name} · ${roles}` },
          { key: 'me', label: '登录记录与口令', onClick: () => void navigate({ to: '/me' }) },
          { type: 'divider' },
          { key: 'leave', label: '退出登录', onClick: () => void leave() },
        ],
      }}
    >
      <Button type="text" className="account-button" aria-label={`账号：${account.name}`}>
        <span className="account-name">{account.name}</span>
        <DownOutlined />
      </Button>
    </Dropdown>
  )
}
