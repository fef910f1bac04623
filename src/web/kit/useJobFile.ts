import { App } from 'antd'
import { useEffect, useRef, useState } from 'react'
import { call } from '../client/call.ts'
import { saveFile } from '../client/saveFile.ts'

const PAUSE = 500

/** A file made in the background: its progress, then the file. Leaving the page does not stop it. */
interface JobFile {
  readonly progress: number | undefined
  readonly fault: string | undefined
  readonly follow: (job: string) => void
}

/** Follows a file made in the background until it can be saved. */
export function useJobFile(): JobFile {
  const { message } = App.useApp()
  const [progress, setProgress] = useState<number>()
  const [fault, setFault] = useState<string>()
  const here = useRef(true)
  useEffect(() => {
    here.current = true
    return () => {
      here.current = false
    }
  }, [])

  async function look(job: string): Promise<void> {
    const { state, progress: done, file, fault: said } = await call('GET /api/jobs/:job', { params: { job } })
    if (!here.current) return
    setProgress(done)
    if (state === 'waiting' || state === 'running') {
      setTimeout(() => void look(job).catch(fail), PAUSE)
      return
    }
    setProgress(undefined)
    if (state !== 'done' || file === undefined) {
      setFault(said ?? '没有做成：请再做一次。')
      return
    }
    saveFile(await call('GET /api/jobs/:job/file', { params: { job } }))
    void message.success(`已导出：${file.name}`)
  }

  function fail(error: unknown): void {
    if (!here.current) return
    setProgress(undefined)
    setFault(error instanceof Error ? error.message : String(error))
  }

  return {
    progress,
    fault,
    follow: job => {
      setFault(undefined)
      setProgress(0)
      void look(job).catch(fail)
    },
  }
}
