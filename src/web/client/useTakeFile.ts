import { App } from 'antd'
import { useState } from 'react'
import { saveFile } from './saveFile.ts'
import { Refused } from './Refused.ts'

/** 取得文件: what is fetched goes to the browser's downloads; a refusal is said. */
export function useTakeFile() {
  const { message } = App.useApp()
  const [busy, setBusy] = useState(false)
  async function take(fetch: () => Promise<File>) {
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
  return { busy, take: (fetch: () => Promise<File>) => void take(fetch) }
}
