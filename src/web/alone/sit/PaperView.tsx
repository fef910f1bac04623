import { useEffect, useState } from 'react'
import { letterOf } from '../../../domain/campaign/exam/question.ts'
import { describeGrace, type Sitting } from './sitting.ts'
import type { Sat } from './useSitting.ts'

type Asked = NonNullable<Sitting['questions']>[number]

/** Shows a test paper being answered: all questions one below the other, with the time left and the open questions at the foot. */
export function PaperView({ sitting, sat }: { readonly sitting: Sitting; readonly sat: Sat }) {
  const [asking, setAsking] = useState(false)
  const questions = sitting.questions ?? []
  const open = questions.flatMap(({ id }, at) => ((sat.chosen[id]?.length ?? 0) === 0 ? [at + 1] : []))
  const left = useLeft(sat.end)
  const isOver = left <= 0
  const isLocked = isOver || sat.isHandingIn
  useEffect(() => {
    if (isOver && sat.end !== undefined) sat.submit()
    // Once, when the time is up: what comes after is the server's word.
  }, [isOver])
  return (
    <main className="sit-paper">
      <h1>{sitting.test}</h1>
      <p className="sit-whose">
        {sitting.unitName}，第{sitting.seat}号卷{sitting.person !== undefined && `，${sitting.person}`}
      </p>
      <ol>
        {questions.map((question, at) => (
          <li key={question.id}>
            <QuestionView
              question={question}
              at={at + 1}
              chosen={sat.chosen[question.id] ?? []}
              isLocked={isLocked}
              onChoose={options => sat.choose(question.id, options)}
            />
          </li>
        ))}
      </ol>
      <footer className="sit-foot">
        <p>
          <span className={left < 60 ? 'sit-hurry' : ''} role="timer">
            还有{Math.floor(left / 60)}分{String(Math.floor(left % 60)).padStart(2, '0')}秒
          </span>
          <span>
            {sat.fault === undefined ? (sat.isSaved ? '已保存' : '正在保存……') : '没有保存到服务器'}
          </span>
        </p>
        {sat.fault !== undefined && (
          <p role="alert">
            {sat.fault.message}
            {!sat.fault.final && `：${describeOffline(isOver, sat.isHandingIn, sitting.grace)}`}
          </p>
        )}
        {asking && open.length > 0 && <p role="alert">还有第{open.join('、')}题没有作答。</p>}
        <button
          type="button"
          className="sit-button"
          disabled={isLocked}
          onClick={() => (open.length > 0 && !asking ? setAsking(true) : sat.submit())}
        >
          {isLocked
            ? isOver
              ? '时间到，正在交卷'
              : '正在交卷'
            : asking && open.length > 0
              ? '仍要交卷'
              : `交卷（已答${questions.length - open.length}题，共${questions.length}题）`}
        </button>
      </footer>
    </main>
  )
}

/** Says what becomes of the answers while the server is not reached. */
function describeOffline(isOver: boolean, isHandingIn: boolean, grace: number): string {
  if (isOver)
    return grace === 0
      ? '时间到，已锁定；只算已传到服务器的作答。'
      : `时间到，已锁定；${grace}分钟内连上，本机的作答自动交上，请不要关掉这一页。`
  if (isHandingIn) return '连上后自动交卷，请不要关掉这一页。'
  return `作答已存在本机，信号恢复后自动保存。${describeGrace(grace)}`
}

interface QuestionProps {
  readonly question: Asked
  readonly at: number
  readonly chosen: readonly number[]
  readonly isLocked: boolean
  readonly onChoose: (options: readonly number[]) => void
}

function QuestionView({ question, at, chosen, isLocked, onChoose }: QuestionProps) {
  const many = question.kind === 'multiple'
  const toggle = (option: number) => {
    if (!many) return onChoose([option])
    return onChoose(
      chosen.includes(option)
        ? chosen.filter(one => one !== option)
        : [...chosen, option].toSorted((one, other) => one - other),
    )
  }
  return (
    <fieldset disabled={isLocked}>
      <legend>
        {at}. {question.stem}
        <small>（{question.kindName}）</small>
      </legend>
      {question.options.map((text, option) => (
        <label key={text} className={chosen.includes(option) ? 'is-chosen' : ''}>
          <input
            type={many ? 'checkbox' : 'radio'}
            name={question.id}
            checked={chosen.includes(option)}
            onChange={() => toggle(option)}
          />
          <span>
            {question.kind === 'judge' ? '' : `${letterOf(option)}. `}
            {text}
          </span>
        </label>
      ))}
    </fieldset>
  )
}

/** Returns the time left, in seconds. */
function useLeft(end: number | undefined): number {
  const [now, setNow] = useState(() => Date.now())
  useEffect(() => {
    const timer = setInterval(() => setNow(Date.now()), 500)
    return () => clearInterval(timer)
  }, [])
  return end === undefined ? Number.POSITIVE_INFINITY : Math.max(0, (end - now) / 1000)
}
