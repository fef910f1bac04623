import { useNavigate, useSearch } from '@tanstack/react-router'
import { Tabs } from 'antd'
import { type ReactNode, useMemo } from 'react'
import { withAllLists } from '../../../../contract/scheme/schemeDocument.ts'
import { indexNames } from '../../../../contract/scheme/schemeNames.ts'
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

/** 方案的阅读: part by part; the part at hand is in the address. */
export function SchemeReading({ of: { head, document } }: { readonly of: SchemeVersion }) {
  const { part } = useSearch({ strict: false }) as { readonly part?: string }
  const navigate = useNavigate()
  const scheme = useMemo(() => {
    const whole = withAllLists(document)
    const rulingAddress = (ruling: string): string => `/schemes/${head.version}/rulings/${encodeURIComponent(ruling)}`
    return { document: whole, names: indexNames(whole), rulingAddress }
  }, [document, head.version])
  const waiting = head.rulings.open + head.rulings.assumed
  return (
    <SchemeContext value={scheme}>
      <Tabs
        className="scheme-reading"
        activeKey={PARTS.some(([key]) => key === part) ? part! : 'rubric'}
        onChange={key => void navigate({ to: '.', search: { part: key } as never, replace: true })}
        destroyOnHidden
        items={PARTS.map(([key, label, Part]) => ({
          key,
          label: key === 'rulings' && waiting > 0 ? `${label}（${waiting}条待确认）` : label,
          children: <Part />,
        }))}
      />
    </SchemeContext>
  )
}
