import { useState } from 'react'
import { Refused } from '../../client/Refused.ts'
import { signIn } from '../../client/session.ts'
import { PlainField } from './PlainField.tsx'
import { usePlainForm } from './usePlainForm.ts'

interface Props {
  /** If given, this person signs in again. */
  readonly username?: string
  readonly filled?: { readonly username: string; readonly password: string } | undefined
  readonly onSignedIn: () => void | Promise<void>
}

/** Plain sign-in form, shared by the sign-in page and the dialog over a page. */
export function SignInForm({ username, filled, onSignedIn }: Props) {
  const [wantsCode, setWantsCode] = useState(false)
  const { form, said, busy, submit } = usePlainForm(async text => {
    try {
      const code = text('code').replace(/\s/g, '')
      await signIn({
        username: username ?? text('username').trim(),
        password: text('password'),
        ...(code === '' ? {} : { code }),
      })
      await onSignedIn()
    } catch (error) {
      if (!(error instanceof Refused) || error.code !== 'secondFactorMissing') throw error
      setWantsCode(true)
    }
  })

  return (
    <form ref={form} className="sign-in-form" onSubmit={submit} noValidate key={filled?.username}>
      <PlainField
        label="用户名"
        name="username"
        autoComplete="username"
        defaultValue={username ?? filled?.username}
        readOnly={username !== undefined}
        autoFocus={username === undefined && filled === undefined}
        required
      />
      <PlainField
        label="口令"
        name="password"
        type="password"
        autoComplete="current-password"
        defaultValue={filled?.password}
        autoFocus={username !== undefined}
        required
      />
      {wantsCode && (
        <PlainField
          label="动态验证码"
          hint="手机验证器上的六位数字，或一个恢复码。"
          name="code"
          autoComplete="one-time-code"
          autoFocus
          required
        />
      )}
      <p className="sign-in-said" role="alert">
        {said}
      </p>
      <button type="submit" className="plain-button" disabled={busy} autoFocus={filled !== undefined}>
        {busy ? '正在登录……' : '登录'}
      </button>
    </form>
  )
}
