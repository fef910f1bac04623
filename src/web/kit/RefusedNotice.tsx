import { Alert, Button } from 'antd'

interface Props {
  readonly error: Error | undefined | null
  readonly onRetry?: () => void
}

/** Shows the message of a refusal above a form or in place of a list; nothing without one. */
export function RefusedNotice({ error, onRetry }: Props) {
  if (error === undefined || error === null) return null
  return (
    <Alert
      type="error"
      showIcon
      style={{ marginBottom: 12 }}
      title={error.message}
      action={
        onRetry !== undefined && (
          <Button size="small" onClick={onRetry}>
            重试
          </Button>
        )
      }
    />
  )
}
