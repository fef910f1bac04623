import { Alert } from 'antd'

interface Props {
  readonly of: readonly { readonly row: number; readonly username: string; readonly reason: string }[]
}

/** 未开设的各行, each with its reason. */
export function RefusedRows({ of }: Props) {
  if (of.length === 0) return null
  return (
    <Alert
      className="accounts-notice"
      type="error"
      showIcon
      title={`${of.length}个不能开设`}
      description={
        <ul>
          {of.map(({ row, username, reason }) => (
            <li key={`${row} ${username}`}>
              <span translate="no">{username}</span>：{reason}
            </li>
          ))}
        </ul>
      }
    />
  )
}
