import { type FormEvent, useState } from 'react'

/** 输入答题条的编码, where the QR code cannot be read. */
export function AskCode({ onCode }: { readonly onCode: (code: string) => void }) {
  const [said, setSaid] = useState<string>()
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    const typed = String(new FormData(event.currentTarget).get('code')).toUpperCase().replaceAll(/[\s-]/g, '')
    if (/^[A-Z0-9]{12}$/.test(typed)) onCode(typed)
    else setSaid('编码是12位字母和数字，请对照答题条重新输入。')
  }
  return (
    <main className="sit-card">
      <p className="sit-mark">衡评</p>
      <h1>基本知识测试</h1>
      <form onSubmit={submit} noValidate>
        <label>
          答题条上的编码
          <input name="code" autoComplete="off" autoCapitalize="characters" spellCheck={false} autoFocus />
        </label>
        <p role="alert">{said}</p>
        <button type="submit" className="sit-button">
          打开试卷
        </button>
      </form>
    </main>
  )
}
