import { Button, Input } from 'antd'
import { type ChangeEvent, useId, useRef, useState } from 'react'

interface Props<T> {
  readonly label: string
  readonly confirm: string
  readonly busy: boolean
  /** Uses the copy; undefined if it is none of this meeting. */
  readonly use: (copy: string) => T | undefined
  readonly onUse: (used: T) => void
}

/** Takes a copy of the key from its file, or typed or scanned from paper. It never leaves this browser by itself. */
export function KeyCopyField<T>({ label, confirm, busy, use, onUse }: Props<T>) {
  const id = useId()
  const file = useRef<HTMLInputElement>(null)
  const [typed, setTyped] = useState('')
  const [fault, setFault] = useState<string>()
  function take(text: string) {
    const used = use(text)
    setFault(used === undefined ? '这不是本次会议的钥匙，或抄写有误；请换一份或核对后再填。' : undefined)
    if (used === undefined) return
    setTyped('')
    onUse(used)
  }
  async function choose({ target }: ChangeEvent<HTMLInputElement>) {
    const chosen = target.files?.[0]
    if (chosen !== undefined) take(chosen.size > 10_000 ? '' : await chosen.text())
    target.value = ''
  }
  return (
    <div className="key-copy">
      <label htmlFor={id}>{label}</label>
      <div className="buttons">
        <Button loading={busy} onClick={() => file.current?.click()}>
          选择钥匙文件
        </Button>
        <input ref={file} type="file" accept=".txt" hidden onChange={event => void choose(event)} />
        <Input.Password
          id={id}
          value={typed}
          placeholder="或填写钥匙上的字母和数字"
          autoComplete="off"
          translate="no"
          onChange={event => setTyped(event.target.value)}
          onPressEnter={() => take(typed)}
        />
        <Button disabled={typed.trim() === ''} loading={busy} onClick={() => take(typed)}>
          {confirm}
        </Button>
      </div>
      {fault !== undefined && (
        <p role="alert" className="bad">
          {fault}
        </p>
      )}
    </div>
  )
}
