import { Button, Switch } from 'antd'
import { type ReactNode, useRef, useState } from 'react'
import type { Refused } from '../../../client/Refused.ts'
import { RefusedNotice } from '../../../kit/RefusedNotice.tsx'
import { EntryGrid } from './EntryGrid.tsx'
import { entryHelp, readTyped } from './entryText.ts'
import type { Mark, Paper } from './paperTypes.ts'

interface Props {
  readonly paper: Paper
  readonly lines: readonly number[]
  readonly start?: Readonly<Record<number, string>>
  readonly startFaulty?: boolean
  readonly differs?: readonly number[]
  readonly busy: boolean
  readonly refused: Refused | undefined
  readonly above?: (line: number) => ReactNode
  /** Sends the marks by line; true when they were saved. */
  readonly onSave: (
    marks: readonly { readonly line: number; readonly mark: Mark }[],
    faulty: boolean,
  ) => Promise<boolean>
}

/** Enters the lines of one sheet and saves them. After saving, the first line is ready for the next sheet. */
export function EntryForm({
  paper,
  lines,
  start = {},
  startFaulty = false,
  differs = [],
  busy,
  refused,
  above,
  onSave,
}: Props) {
  const [typed, setTyped] = useState(start)
  const [faulty, setFaulty] = useState(startFaulty)
  const [isChecked, setChecked] = useState(false)
  const save = useRef<HTMLButtonElement>(null)
  const form = useRef<HTMLDivElement>(null)
  const read = lines.map(line => ({ line, read: readTyped(typed[line] ?? '', paper) }))
  const open = read.filter(one => typeof one.read === 'string')
  const send = async () => {
    setChecked(true)
    if (!faulty && open.length > 0) {
      const at = lines.indexOf(open[0]!.line)
      form.current?.querySelectorAll<HTMLInputElement>('.entry-grid input')[at]?.focus()
      return
    }
    const marks = read.map(one => ({
      line: one.line,
      mark: typeof one.read === 'string' ? null : one.read.mark,
    }))
    if (!(await onSave(marks, faulty))) return
    setTyped({})
    setFaulty(false)
    setChecked(false)
    form.current?.querySelector<HTMLInputElement>('.entry-grid input')?.focus()
  }
  return (
    <div ref={form}>
      <p className="soft">{entryHelp(paper)}</p>
      <RefusedNotice error={refused} />
      {!faulty && (
        <EntryGrid
          paper={paper}
          lines={lines}
          typed={typed}
          differs={differs}
          isChecked={isChecked}
          above={above}
          onType={(line, text) => setTyped(before => ({ ...before, [line]: text }))}
          onLast={() => save.current?.focus()}
        />
      )}
      <div className="entry-foot buttons-level">
        <Button ref={save} type="primary" loading={busy} onClick={() => void send()}>
          保存
        </Button>
        <label className="switch-line">
          <Switch checked={faulty} onChange={setFaulty} />
          整张不符合票样，作废票
        </label>
        {isChecked && !faulty && open.length > 0 && (
          <span className="bad" role="alert">
            还有{open.length}行没有录对，从第{open[0]!.line + 1}行起
          </span>
        )}
      </div>
    </div>
  )
}
