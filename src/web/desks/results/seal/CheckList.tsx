import { CheckCircleFilled, CloseCircleFilled, ExclamationCircleFilled } from '@ant-design/icons'
import { useState } from 'react'
import { MendLink } from '../MendLink.tsx'
import type { SealChecks } from './sealTypes.ts'

type Check = SealChecks['checks'][number]

const STATES = {
  passed: { word: '通过', icon: CheckCircleFilled },
  warning: { word: '须知', icon: ExclamationCircleFilled },
  blocked: { word: '不能封存', icon: CloseCircleFilled },
} as const

/** Lists the checks before sealing in two groups: what is to be done, blocking ones first, each with a sentence and a link; and what has passed, folded. */
export function CheckList({ checks }: { readonly checks: SealChecks['checks'] }) {
  const of = (state: Check['state']) => checks.filter(check => check.state === state)
  const [open, passed] = [[...of('blocked'), ...of('warning')], of('passed')]
  return (
    <>
      {open.length > 0 && <Group label={`须处理或者知道的${open.length}项`} checks={open} />}
      {passed.length > 0 && (
        <details className="checks-passed" open={open.length === 0}>
          <summary>
            <CheckCircleFilled aria-hidden /> 已通过{passed.length}项
            <span className="soft">{passed.map(check => check.name).join('、')}</span>
            <span className="check-toggle">展开</span>
          </summary>
          <Group label={`已通过${passed.length}项`} checks={passed} />
        </details>
      )}
    </>
  )
}

function Group({ label, checks }: { readonly label: string; readonly checks: readonly Check[] }) {
  return (
    <ul className="checks" aria-label={label}>
      {checks.map(check => (
        <CheckLine key={check.id} check={check} />
      ))}
    </ul>
  )
}

function CheckLine({ check }: { readonly check: Check }) {
  const [open, setOpen] = useState(check.state === 'blocked')
  const { word, icon: Icon } = STATES[check.state]
  return (
    <li className={`check check-${check.state}`}>
      <Icon aria-hidden />
      <div>
        <div className="check-line">
          <p>
            <strong>{check.name}</strong>
            <span className="check-state">{word}</span>
            {check.sentence}
          </p>
          <span className="check-acts">
            {check.items.length > 0 && (
              <button
                type="button"
                className="check-toggle"
                aria-expanded={open}
                onClick={() => setOpen(!open)}
              >
                {open ? '收起' : `列出${check.total}项`}
              </button>
            )}
            {check.state !== 'passed' && check.mend !== undefined && <MendLink to={check.mend} />}
          </span>
        </div>
        {open && check.items.length > 0 && (
          <ul className="check-items">
            {check.items.map((item, at) => (
              <li key={at}>
                {item.text} {item.mend !== undefined && <MendLink to={item.mend} />}
              </li>
            ))}
            {check.total > check.items.length && <li>另有{check.total - check.items.length}项。</li>}
          </ul>
        )}
      </div>
    </li>
  )
}
