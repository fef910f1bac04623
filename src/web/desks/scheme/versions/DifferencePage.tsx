import { useNavigate, useParams, useSearch } from '@tanstack/react-router'
import { Segmented } from 'antd'
import { useMemo, useState } from 'react'
import { useAnswer } from '../../../client/useAnswer.ts'
import { HeadedAnswer } from '../HeadedAnswer.tsx'
import { Answered } from '../../../kit/Answered.tsx'
import { Choice } from '../../../kit/Choice.tsx'
import { EmptyState } from '../../../kit/EmptyState.tsx'
import { PageHead } from '../../../kit/PageHead.tsx'
import { compareCitations } from '../../../../domain/kernel/citation.ts'
import type { Difference, VersionHead } from '../schemeTypes.ts'
import { versionStateWords } from '../stateWords.ts'
import '../scheme.css'

/** Shows the differences between two versions, before and after, by part or by clause. */
export function DifferencePage() {
  return (
    <HeadedAnswer title="版本比较" of={useAnswer('GET /api/schemes', {})}>
      {({ versions }) => <Chosen versions={versions} />}
    </HeadedAnswer>
  )
}

function Chosen({ versions }: { readonly versions: readonly VersionHead[] }) {
  const { version: to = '' } = useParams({ strict: false }) as { readonly version?: string }
  const { from: chosen } = useSearch({ strict: false }) as { readonly from?: string }
  const navigate = useNavigate()
  const at = versions.find(one => one.version === to)
  // Unless another was chosen, what it was drafted from; else the one before it.
  const from = chosen ?? at?.basedOn ?? before(versions, at)?.version
  const go = (one: string, two: string): void =>
    void navigate({ to: `/schemes/${two}/difference`, search: { from: one } as never, replace: true })
  const options = versions.map(one => ({
    value: one.version,
    text: `${one.title} 第${one.number}版（${versionStateWords[one.state]}）`,
  }))
  return (
    <>
      <PageHead title="版本比较" />
      <div className="difference-choice">
        <Choice
          label="原来的版本"
          value={from ?? ''}
          options={options}
          none="选择原来的版本"
          onChange={one => go(one, to)}
        />
        <span>改为</span>
        <Choice label="后来的版本" value={to} options={options} onChange={two => go(from ?? to, two)} />
      </div>
      {from === undefined || from === to ? (
        <EmptyState title="请选择两个不同的版本" what="左边选原来的，右边选后来的，逐条列出改了什么。" />
      ) : (
        <Compared from={from} to={to} />
      )}
    </>
  )
}

function before(versions: readonly VersionHead[], at: VersionHead | undefined): VersionHead | undefined {
  return versions.find(one => at !== undefined && one.scheme === at.scheme && one.number < at.number)
}

function Compared({ from, to }: { readonly from: string; readonly to: string }) {
  const [by, setBy] = useState<'part' | 'clause'>('part')
  const answer = useAnswer('GET /api/schemes/:version/difference/:other', {
    params: { version: from, other: to },
  })
  return (
    <Answered of={answer}>
      {({ differences }) =>
        differences.length === 0 ? (
          <EmptyState title="两个版本的内容完全相同" />
        ) : (
          <>
            <div className="difference-head">
              <span>共{differences.length}处不同</span>
              <Segmented<'part' | 'clause'>
                aria-label="排列方式"
                value={by}
                onChange={setBy}
                options={[
                  { value: 'part', label: '按部分' },
                  { value: 'clause', label: '按条款' },
                ]}
              />
            </div>
            <Grouped differences={differences} by={by} />
          </>
        )
      }
    </Answered>
  )
}

function Grouped({
  differences,
  by,
}: {
  readonly differences: readonly Difference[]
  readonly by: 'part' | 'clause'
}) {
  const groups = useMemo(() => {
    const found = new Map<string, Difference[]>()
    for (const one of differences) {
      const key = by === 'part' ? one.partName : (one.citation ?? '')
      found.set(key, [...(found.get(key) ?? []), one])
    }
    const keys = [...found.keys()]
    if (by === 'clause') keys.sort(compareCitations)
    return keys.map(key => ({ name: key === '' ? '没有条款的内容' : key, members: found.get(key)! }))
  }, [differences, by])
  return groups.map(({ name, members }) => (
    <section key={name} className="scheme-part">
      <h2>
        {name} <span className="soft">{members.length}处</span>
      </h2>
      <table className="difference-table">
        <thead>
          <tr>
            <th scope="col">所在之处</th>
            <th scope="col">原来</th>
            <th scope="col">现在</th>
          </tr>
        </thead>
        <tbody>
          {members.map(difference => (
            <tr
              key={`${difference.path.join('.')} ${difference.kind}`}
              translate={difference.path.at(-1) === 'id' ? 'no' : undefined}
            >
              <th scope="row">
                {difference.place}
                {difference.kind === 'moved' && '（次序）'}
                {by === 'part' && difference.citation !== undefined && (
                  <span className="soft apart">{difference.citation}</span>
                )}
              </th>
              <td>{difference.was ?? <span className="soft">（没有）</span>}</td>
              <td>{difference.is ?? <span className="soft">（已去掉）</span>}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  ))
}
