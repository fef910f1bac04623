import { DownloadOutlined } from '@ant-design/icons'
import { Button } from 'antd'
import { useTakeFile } from '../client/useTakeFile.ts'

/** 下载按钮: fetches a file and hands it over; a refusal is said. */
export function SaveAs({ text, fetch }: { readonly text: string; readonly fetch: () => Promise<File> }) {
  const { busy, take } = useTakeFile()
  return (
    <Button icon={<DownloadOutlined aria-hidden />} loading={busy} onClick={() => take(fetch)}>
      {text}
    </Button>
  )
}
