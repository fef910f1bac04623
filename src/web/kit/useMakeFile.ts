import { App } from 'antd'
import { useEffect } from 'react'
import type { Acting } from './form/useForm.ts'
import { useJobFile } from './useJobFile.ts'

/** Follows files that these writes have made in the background, and saves them: a button says how far it is, a message why there is none. */
export function useMakeFile(...acts: readonly Acting[]) {
  const { message } = App.useApp()
  const { progress, fault, follow } = useJobFile()
  const said = fault ?? acts.find(({ refused }) => refused !== undefined)?.refused?.message
  useEffect(() => {
    if (said !== undefined) void message.error(said)
  }, [said, message])
  return {
    busy: progress !== undefined || acts.some(({ busy }) => busy),
    label: (text: string) => (progress === undefined ? text : `正在制作 ${Math.round(progress * 100)}%`),
    take: (answer: { readonly job: string } | undefined) => answer && follow(answer.job),
  }
}
