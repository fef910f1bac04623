import { DownloadOutlined } from '@ant-design/icons'
import { Button } from 'antd'
import { useTakeFile } from '../client/useTakeFile.ts'

/** Download button: fetches a file and saves it; shows a refusal. */
export function SaveAs({ text, fetch }: { readonly text: string; readonly fetch: () => Promise<File> }) {
  const { busy, take } = useTakeFile()
  return (
    <Button icon={<DownloadOutlined aria-hidden />} loading={busy} onClick={() => take(fetch)}>
      {text}
    </Button>
  )
}
