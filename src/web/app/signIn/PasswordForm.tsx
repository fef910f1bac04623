import { type FormEvent, useRef, useState } from 'react'
import { changePassword } from '../session.ts'
import { firstMissing } from './firstMissing.ts'
import { PlainField } from './PlainField.tsx'

/** 修改口令的表单: the rules said beforehand; the server judges. */
export function PasswordForm({ username, onChanged }: { readonly username: string; readonly onChanged: () => void | Promise<void> }) {
  const [said, setSaid] = useState<string>()
  const [busy, setBusy] = useState(false)
  const form = useRef<HTMLFormElement>(null)

  async function submit(event: FormEvent) {
    event.preventDefault()
    if (busy) return
    const entry = new FormData(form.current!)
    const text = (name: string) => String(entry.get(name) ?? '')
    const missing = firstMissing(form.current!)
    if (missing !== undefined) {
      setSaid(`请填写${missing.labels![0]!.textContent}。`)
      missing.focus()
      return
    }
    if (text('next') !== text('again')) {
      setSaid('两次填写的新口令不一样：请重新填写。')
      return
    }
    setBusy(true)
    setSaid(undefined)
    try {
      await changePassword({ current: text('current'), next: text('next') })
      await onChanged()
    } catch (error) {
      setSaid(error instanceof Error ? error.message : String(error))
    } finally {
      setBusy(false)
    }
  }

  return (
    <form ref={form} className="sign-in-form" onSubmit={submit} noValidate>
      <input className="only-aloud" name="username" autoComplete="username" value={username} readOnly tabIndex={-1} aria-hidden />
      <PlainField label="现在的口令" name="current" type="password" autoComplete="current-password" required />
      <PlainField
        label="新口令"
        name="next"
        type="password"
        autoComplete="new-password"
        hint="至少 10 个字符，大写字母、小写字母、数字、符号中至少三种。"
        required
      />
      <PlainField label="再填一次新口令" name="again" type="password" autoComplete="new-password" required />
      <p className="sign-in-said" role="alert">
        {said}
      </p>
      <button type="submit" className="plain-button" disabled={busy}>
        {busy ? '正在修改……' : '修改口令'}
      </button>
    </form>
  )
}
