import { App } from 'antd'
import { useState } from 'react'
import { call, type CallAnswer, type CallInput, type RouteName } from '../../app/call.ts'
import { Refused } from '../../app/Refused.ts'
import { saveFile } from '../../parts/saveFile.ts'

/** 取文件并保存; a refusal is said. */
export function useSaveFile<N extends RouteName>(name: N) {
  const { message } = App.useApp()
  const [busy, setBusy] = useState(false)
  async function take(input: CallInput<N>) {
    setBusy(true)
    try {
      saveFile((await call(name, input)) as CallAnswer<N> & File)
    } catch (error) {
      if (!(error instanceof Refused)) throw error
      void message.error(error.message)
    } finally {
      setBusy(false)
    }
  }
  return { busy, save: (input: CallInput<N>) => void take(input) }
}
