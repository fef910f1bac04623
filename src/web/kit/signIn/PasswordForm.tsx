import { changePassword } from '../../client/session.ts'
import { PlainField } from './PlainField.tsx'
import { usePlainForm } from './usePlainForm.ts'

/** Form for changing the password, with its rules stated beforehand; the server checks them. */
export function PasswordForm({
  username,
  onChanged,
}: {
  readonly username: string
  readonly onChanged: () => void | Promise<void>
}) {
  const { form, said, busy, submit } = usePlainForm(async text => {
    if (text('next') !== text('again')) return '两次填写的新口令不一样：请重新填写。'
    await changePassword({ current: text('current'), next: text('next') })
    await onChanged()
  })

  return (
    <form ref={form} className="sign-in-form" onSubmit={submit} noValidate>
      <input
        className="only-aloud"
        name="username"
        autoComplete="username"
        value={username}
        readOnly
        tabIndex={-1}
        aria-hidden
      />
      <PlainField
        label="现在的口令"
        name="current"
        type="password"
        autoComplete="current-password"
        required
      />
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
