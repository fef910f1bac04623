import { Button } from 'antd'
import { Refused } from '../client/Refused.ts'

/** 页面故障: a refusal in its own words, a bug in ours. */
export function PageFault({ error }: { readonly error: unknown }) {
  return (
    <div className="page-fault" role="alert">
      <p>
        {error instanceof Refused
          ? error.message
          : '这个页面出了故障，已保存的内容不受影响。请重新载入；仍然如此时，请把刚才的操作告诉系统管理员。'}
      </p>
      <Button type="primary" onClick={() => location.reload()}>
        重新载入
      </Button>
    </div>
  )
}
