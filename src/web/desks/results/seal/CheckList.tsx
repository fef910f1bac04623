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

const ORDER: readonly Check['state'][] = ['blocked', 'warning', 'passed']

/** Lists the checks before sealing: blocking ones first, each with a sentence and a link to fix it. */
export function CheckList({ checks }: { readonly checks: SealChecks['checks'] }) {
  const sorted = checks.toSorted((one, other) => ORDER.indexOf(one.state) - ORDER.indexOf(other.state))
  return (
    <ul className="checks">
      {sorted.map(check => (
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
        <p>
          <strong>{check.name}</strong>
          <span className="check-state">{word}</span>
          {check.sentence}
          {check.state !== 'passed' && check.mend !== undefined && (
            <>
              {' '}
              <MendLink to={check.mend} />
            </>
          )}
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
        </p>
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
