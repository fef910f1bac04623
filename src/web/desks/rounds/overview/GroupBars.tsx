import { useState } from 'react'
import { Button } from 'antd'
import { countWords } from './countWords.ts'
import type { Overview } from './OverviewPage.tsx'

const FIRST = 30

/** Shows progress by lead unit as bars, those with most left to do first. */
export function GroupBars({ groups }: { readonly groups: Overview['groups'] }) {
  const [all, setAll] = useState(false)
  const shown = all ? groups : groups.slice(0, FIRST)
  return (
    <section className="overview-part" aria-label="各系统的进度">
      <h2>各系统的进度</h2>
      <p className="bar-legend" aria-hidden>
        {countWords.map(({ key, word }) => (
          <span key={key}>
            <i className={`bar-${key}`} /> {word}
          </span>
        ))}
      </p>
      <ul className="group-bars bare">
        {shown.map(({ unit, name, units, counts }) => (
          <li key={unit}>
            <span className="group-name">{name}</span>
            <span className="group-bar" aria-hidden>
              {countWords.map(
                ({ key }) =>
                  counts[key] > 0 && (
                    <span key={key} className={`bar-${key}`} style={{ flexGrow: counts[key] }} />
                  ),
              )}
            </span>
            <span className="group-said">
              {countWords
                .filter(({ key }) => counts[key] > 0)
                .map(({ key, word }) => `${word}${counts[key]}`)
                .join('，')}
              ，共{units}
            </span>
          </li>
        ))}
      </ul>
      {groups.length > FIRST && (
        <Button onClick={() => setAll(!all)}>{all ? '只看前几个' : `全部${groups.length}个系统`}</Button>
      )}
    </section>
  )
}
