import { type FormEvent, type ReactNode, useState } from 'react'
import { PaperView } from './PaperView.tsx'
import { describeGrace, type Sitting } from './sitting.ts'
import { useSitting } from './useSitting.ts'

/** Shows the knowledge test (知识测试), by a slip's code in the address or typed. (四（二）) */
export function SitPage() {
  const [code, setCode] = useState(() => decodeURIComponent(location.pathname.split('/')[2] ?? ''))
  if (code !== '') return <Slip key={code} code={code} />
  return (
    <AskCode
      onCode={typed => {
        history.replaceState({}, '', `/sit/${encodeURIComponent(typed)}`)
        setCode(typed)
      }}
    />
  )
}

function Slip({ code }: { readonly code: string }) {
  const sat = useSitting(code)
  const { sitting, fault } = sat
  if (sitting === undefined) {
    return fault === undefined ? (
      <Card title="基本知识测试">
        <p role="status">正在打开试卷……</p>
      </Card>
    ) : (
      <Card title="打不开试卷">
        <p role="alert">{fault.message}</p>
        <a className="sit-button" href={fault.final ? '/sit' : location.href}>
          {fault.final ? '重新输入编码' : '再试一次'}
        </a>
      </Card>
    )
  }
  if (sitting.state === 'started' && !sitting.elsewhere) return <PaperView sitting={sitting} sat={sat} />
  return (
    <Card title={sitting.test}>
      <Whose sitting={sitting} />
      {sitting.state === 'made' && (
        <>
          <p>
            共{sitting.count}题，限时{sitting.minutes}
            分钟，从点“开始作答”起计时。中途断网或关掉页面，再扫同一张答题条接着答，计时不停。
            {describeGrace(sitting.grace)}
          </p>
          {fault !== undefined && <p role="alert">{fault.message}</p>}
          <button type="button" className="sit-button" disabled={sat.busy} onClick={sat.start}>
            {sat.busy ? '正在开始……' : '开始作答'}
          </button>
        </>
      )}
      {sitting.state === 'started' && (
        <>
          <p>
            这份卷已在另一部手机上打开。在这部手机上接着答，那一部就不能再答，那里还没有保存的作答不算；计时不停。
          </p>
          {fault !== undefined && fault.code !== 'slipElsewhere' && <p role="alert">{fault.message}</p>}
          <button type="button" className="sit-button" disabled={sat.busy} onClick={sat.start}>
            在这部手机上接着答
          </button>
        </>
      )}
      {sat.isLost && sitting.state === 'submitted' && (
        <p role="alert">最后的一些作答没有在限定的时间内传到服务器，没有计入；有疑问请找核查组。</p>
      )}
      {sitting.state === 'submitted' && (
        <p className="sit-result">
          已交卷，答对<b>{sitting.right}</b>题，共{sitting.count}题。可以关闭页面。
        </p>
      )}
      {sitting.state === 'void' && <p>这份卷已作废，不能作答；有疑问请找核查组。</p>}
      {sitting.state === 'closed' && <p>这次测试已经结束，不能再作答；有疑问请找核查组。</p>}
    </Card>
  )
}

function Whose({ sitting: { unitName, seat, person } }: { readonly sitting: Sitting }) {
  return (
    <p className="sit-whose">
      {unitName}，第{seat}号卷{person !== undefined && `，${person}`}
    </p>
  )
}

function Card({ title, children }: { readonly title: string; readonly children: ReactNode }) {
  return (
    <main className="sit-card">
      <p className="sit-mark">衡评</p>
      <h1>{title}</h1>
      {children}
    </main>
  )
}

/** Asks for the code of a test slip where the QR code cannot be read. */
function AskCode({ onCode }: { readonly onCode: (code: string) => void }) {
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
