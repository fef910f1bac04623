import { useNavigate, useSearch } from '@tanstack/react-router'
import { Tabs } from 'antd'
import { type ReactNode, useMemo } from 'react'
import { withAllLists } from '../../../../contract/scheme/schemeDocument.ts'
import { indexNames } from '../../../../contract/scheme/schemeNames.ts'
import { Choice } from '../../../kit/Choice.tsx'
import { useNarrow } from '../../../kit/useNarrow.ts'
import { SchemeContext } from '../SchemeContext.ts'
import type { SchemeVersion } from '../schemeTypes.ts'
import { ClausesReading } from './ClausesReading.tsx'
import { ComponentsReading } from './ComponentsReading.tsx'
import { ResultsReading } from './ResultsReading.tsx'
import { RubricReading } from './RubricReading.tsx'
import { RulingsReading } from './RulingsReading.tsx'
import { ScopeReading } from './ScopeReading.tsx'
import '../scheme.css'

const PARTS: readonly (readonly [string, string, () => ReactNode])[] = [
  ['rubric', '评分细则', RubricReading],
  ['components', '分项与权重', ComponentsReading],
  ['results', '等次与结果运用', ResultsReading],
  ['scope', '范围与时间', ScopeReading],
  ['rulings', '口径', RulingsReading],
  ['clauses', '条款', ClausesReading],
]

/** Shows the scheme part by part; the current part is in the address. */
export function SchemeReading({ of: { head, document } }: { readonly of: SchemeVersion }) {
  const { part } = useSearch({ strict: false }) as { readonly part?: string }
  const navigate = useNavigate()
  const narrow = useNarrow()
  const scheme = useMemo(() => {
    const whole = withAllLists(document)
    const rulingAddress = (ruling: string): string =>
      `/schemes/${head.version}/rulings/${encodeURIComponent(ruling)}`
    return { document: whole, names: indexNames(whole), head, rulingAddress }
  }, [document, head])
  const waiting = head.rulings.open + head.rulings.assumed
  const shown = PARTS.some(([key]) => key === part) ? part! : 'rubric'
  const show = (key: string): void =>
    void navigate({ to: '.', search: { part: key } as never, replace: true })
  const title = (key: string, label: string): string =>
    key === 'rulings' && waiting > 0 ? `${label}（${waiting}条待确认）` : label
  if (narrow) {
    const [, , Part] = PARTS.find(([key]) => key === shown)!
    return (
      <SchemeContext value={scheme}>
        <div className="scheme-parts">
          <Choice
            label="方案的部分"
            value={shown}
            options={PARTS.map(([key, label]) => ({ value: key, text: title(key, label) }))}
            onChange={show}
          />
        </div>
        <Part />
      </SchemeContext>
    )
  }
  return (
    <SchemeContext value={scheme}>
      <Tabs
        className="scheme-reading"
        activeKey={shown}
        onChange={show}
        destroyOnHidden
        items={PARTS.map(([key, label, Part]) => ({
          key,
          label: title(key, label),
          children: <Part />,
        }))}
      />
    </SchemeContext>
  )
}
