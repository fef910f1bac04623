import { Button } from 'antd'
import { useState } from 'react'
import { call, type CallAnswer } from '../../../client/call.ts'
import { Refused } from '../../../client/Refused.ts'
import { useMay } from '../../../client/useMay.ts'
import { RefusedNotice } from '../../../kit/RefusedNotice.tsx'

type Tried = CallAnswer<'POST /api/years/:year/what-if'>
type Changes = Parameters<typeof call<'POST /api/years/:year/what-if'>>[1]['body']

interface Props {
  readonly year: number
  /** the version for the trial, if it is not the one in use. */
  readonly version?: string | undefined
  readonly ruling: string
  readonly answer: unknown
}

/** Tries an answer: shows what would move if it were chosen. Saves nothing. */
export function TryAnswer({ year, version, ruling, answer }: Props) {
  const may = useMay()
  const [tried, setTried] = useState<{ readonly for: string; readonly result: Tried }>()
  const [refused, setRefused] = useState<Refused>()
  const [busy, setBusy] = useState(false)
  if (!may('tryWhatIf')) return null
  const now = JSON.stringify(answer)

  async function run() {
    setBusy(true)
    setRefused(undefined)
    try {
      const body = { version, rulings: [{ ruling, answer }] } as Changes
      setTried({ for: now, result: await call('POST /api/years/:year/what-if', { params: { year }, body }) })
    } catch (error) {
      if (!(error instanceof Refused)) throw error
      setRefused(error)
    } finally {
      setBusy(false)
    }
  }

  return (
    <section className="try-answer" aria-label="试算">
      <Button onClick={() => void run()} loading={busy} disabled={answer === undefined}>
        试算对{year}年度的影响
      </Button>
      <RefusedNotice error={refused} />
      {tried !== undefined && (
        <div role="status" className={tried.for === now ? undefined : 'try-stale'}>
          {tried.for !== now && <p className="soft">答案又改过了，以下是改动前试算的。</p>}
          <Moves of={tried.result} />
        </div>
      )}
    </section>
  )
}

function Moves({ of: { comparison } }: { readonly of: Tried }) {
  const { counts, movements, stayed, consequences } = comparison
  if (movements.length === 0) return <p>按这个答案，{stayed}个单位的得分、名次、等次和结果运用都不变。</p>
  return (
    <>
      <p>
        得分变动{counts.scores}个单位，名次变动{counts.places}个，等次变动{counts.grades}个，结果运用变动
        {counts.consequences}个；
        {stayed}个单位不变。
      </p>
      <ul className="plain-list">
        {movements.slice(0, 5).map(({ unit, name, from, to }) => (
          <li key={unit}>
            {name}：{side(from)} → {side(to)}
          </li>
        ))}
      </ul>
      {consequences.map(({ rule, name, begins, ends }) => (
        <p key={rule}>
          {name}：{begins.length > 0 && `新增${begins.map(one => one.name).join('、')}`}
          {begins.length > 0 && ends.length > 0 && '；'}
          {ends.length > 0 && `不再有${ends.map(one => one.name).join('、')}`}
        </p>
      ))}
    </>
  )
}

function side({ composite, place }: Tried['comparison']['movements'][number]['from']): string {
  const points = composite === undefined ? '无得分' : `${composite.toFixed(2)}分`
  return place === undefined ? points : `${points}第${place}名`
}
