import { useEffect, useRef, useState } from 'react'
import { newKey } from '../../client/call.ts'
import { Refused } from '../../client/Refused.ts'
import { judgeFile } from './fileText.ts'
import { sendFile, type Uploaded } from './sendFile.ts'

const AT_ONCE = 2

/** A file that is uploading or failed to upload. */
export interface Sending {
  readonly id: string
  readonly file: File
  /** From 0 to 1; `undefined` while it waits for its turn. */
  readonly share?: number
  /** Why it was refused. */
  readonly refused?: Refused
}

/** Upload queue: two at a time. Accepted files are handed to `onTaken` and leave the list; refused ones stay with their message. */
export function useUploads(onTaken: (uploaded: Uploaded) => void) {
  const [list, setList] = useState<readonly Sending[]>([])
  const state = useRef({ waiting: [] as Sending[], running: new Map<string, AbortController>(), onTaken })
  state.current.onTaken = onTaken

  useEffect(() => {
    const { running, waiting } = state.current
    return () => {
      waiting.length = 0
      for (const ending of running.values()) ending.abort()
    }
  }, [])

  const change = (id: string, part: Partial<Sending>): void =>
    setList(now => now.map(one => (one.id === id ? { ...one, ...part } : one)))
  const leave = (id: string): void => setList(now => now.filter(one => one.id !== id))

  async function run(sending: Sending): Promise<void> {
    const { running } = state.current
    const { id, file } = sending
    const ending = new AbortController()
    running.set(id, ending)
    change(id, { share: 0 })
    try {
      const uploaded = await sendFile(file, {
        signal: ending.signal,
        onProgress: share => change(id, { share }),
      })
      leave(id)
      state.current.onTaken(uploaded)
    } catch (error) {
      if (!(error instanceof Refused)) throw error
      if (ending.signal.aborted) leave(id)
      else change(id, { refused: error })
    } finally {
      running.delete(id)
      next()
    }
  }

  function next(): void {
    const { waiting, running } = state.current
    while (running.size < AT_ONCE && waiting.length > 0) void run(waiting.shift()!)
  }

  function add(files: readonly File[]): void {
    const added = files.map((file): Sending => {
      const said = judgeFile(file)
      return {
        id: newKey(),
        file,
        refused: said === undefined ? undefined : new Refused(422, 'judged', said),
      }
    })
    setList(now => [...now, ...added])
    state.current.waiting.push(...added.filter(one => one.refused === undefined))
    next()
  }

  return {
    list,
    busy: list.some(one => one.refused === undefined),
    add,
    retry: (sending: Sending) => {
      leave(sending.id)
      add([sending.file])
    },
    remove: ({ id }: Sending) => {
      const { waiting, running } = state.current
      state.current.waiting = waiting.filter(one => one.id !== id)
      running.get(id)?.abort()
      leave(id)
    },
  }
}
