import { DownloadOutlined } from '@ant-design/icons'
import { App, Button } from 'antd'
import { useState } from 'react'
import { Refused } from '../../app/Refused.ts'
import { saveFile } from '../../parts/saveFile.ts'

/** 下载按钮: fetches a file and hands it over; a refusal is said. */
export function SaveAs({ text, fetch }: { readonly text: string; readonly fetch: () => Promise<File> }) {
  const { message } = App.useApp()
  const [busy, setBusy] = useState(false)
  async function save() {
    setBusy(true)
    try {
      saveFile(await fetch())
    } catch (error) {
      if (!(error instanceof Refused)) throw error
      void message.error(error.message)
    } finally {
      setBusy(false)
    }
  }
  return (
    <Button icon={<DownloadOutlined aria-hidden />} loading={busy} onClick={() => void save()}>
      {text}
    </Button>
  )
}
