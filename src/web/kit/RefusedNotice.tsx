import { Alert, Button } from 'antd'
import { Refused } from '../client/Refused.ts'

interface Props {
  readonly error: Error | undefined | null
  readonly onRetry?: () => void
}

/** Shows the message of a refusal above a form or in place of a list; nothing without one. */
export function RefusedNotice({ error, onRetry }: Props) {
  if (error === undefined || error === null) return null
  // What a role may not see is no fault, and asking again does not help.
  const isDenied = error instanceof Refused && error.status === 403 && onRetry !== undefined
  return (
    <Alert
      type={isDenied ? 'info' : 'error'}
      showIcon
      style={{ marginBottom: 12 }}
      title={error.message}
      action={
        onRetry !== undefined &&
        !isDenied && (
          <Button size="small" onClick={onRetry}>
            重试
          </Button>
        )
      }
    />
  )
}
