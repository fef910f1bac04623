import { App } from 'antd'
import { useState } from 'react'
import { saveFile } from './saveFile.ts'
import { Refused } from './Refused.ts'

/** Fetches a file and saves it through the browser's downloads; shows a refusal. */
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
