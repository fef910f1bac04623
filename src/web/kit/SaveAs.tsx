import { DownloadOutlined } from '@ant-design/icons'
import { Button } from 'antd'
import { useTakeFile } from '../client/useTakeFile.ts'

interface Props {
  readonly text: string
  /** What is saved, for screen readers, where several such buttons stand on a page. */
  readonly of?: string
  /** Nothing is there to be saved. */
  readonly isEmpty?: boolean
  readonly fetch: () => Promise<File>
}

/** Download button: fetches a file and saves it; shows a refusal. */
export function SaveAs({ text, of, isEmpty = false, fetch }: Props) {
  const { busy, take } = useTakeFile()
  return (
    <Button
      icon={<DownloadOutlined aria-hidden />}
      loading={busy}
      disabled={isEmpty}
      aria-label={of === undefined ? undefined : `${text}：${of}`}
      onClick={() => take(fetch)}
    >
      {text}
    </Button>
  )
}
