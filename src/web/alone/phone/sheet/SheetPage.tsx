import { useState } from 'react'
import { printPoints } from '../../../../domain/kernel/points.ts'
import { printDay } from '../../../kit/printDay.ts'
import type { Draft } from '../draft/Draft.ts'
import { openDraft, takeOverDraft } from '../keep/editDraft.ts'
import type { Owner, Task } from '../keep/phoneDatabase.ts'
import { describeOthers, rowsDone } from '../page/listTasks.ts'
import { TopBar } from '../page/TopBar.tsx'
import { goTo } from '../page/useRoute.ts'
import { RowCard } from './RowCard.tsx'
import { rowMatches } from './rowMatches.ts'
import { SheetMissing } from './SheetMissing.tsx'
import { type Sheet, useSheet } from './useSheet.ts'

/** Shows the inspection sheet (核查表) being filled in: the unit's rubric, section by section, with the current points. */
export function SheetPage({ assignment, owner }: { readonly assignment: string; readonly owner: Owner }) {
  const opened = useSheet(assignment, owner, true)
  if (opened.kind === 'open') return <OpenSheet sheet={opened.sheet} />
  if (opened.kind === 'foreign') return <ForeignDraft task={opened.task} draft={opened.draft} owner={owner} />
  return <SheetMissing isOpening={opened.kind !== 'missing'} />
}

function OpenSheet({ sheet }: { readonly sheet: Sheet }) {
  const { task, rubric, draft, score, edit } = sheet
  const [sought, setSought] = useState('')
  const finish = () => goTo({ at: 'finish', assignment: task.id })
  const done = rowsDone(draft)
  const others = describeOthers(task)
  const isLocked = draft.stage.kind === 'waiting'
  const sections = rubric.sections
    .map(section => ({ ...section, all: rubric.rows.filter(row => row.section === section.id) }))
    .map(section => ({ ...section, rows: section.all.filter(row => rowMatches(row, sought)) }))
    .filter(({ rows }) => rows.length > 0)
  return (
    <main className="phone-page sheet-page">
      <TopBar title={task.unitName} onBack={() => goTo({ at: 'list' })}>
        {score.points !== undefined && (
          <output className="score" aria-label="实地核查得分">
            <b>{printPoints(score.points)}</b>分
          </output>
        )}
      </TopBar>
      <input
        className="seek"
        type="search"
        aria-label="查找核查内容"
        placeholder="查找：主题党日、四.1"
        value={sought}
        onChange={event => setSought(event.target.value)}
      />
      {others !== undefined && draft.stage.kind === 'filling' && (
        <p className="notice">{others}已报送这个单位的核查表：再报送一份，要由组织考核者在两份中选定。</p>
      )}
      {!isLocked && (draft.inspectorSignature ?? draft.unitSignature) !== undefined && (
        <p className="notice">已经签字：再改这一页的内容，两边的签字都会清除，须重新签。</p>
      )}
      {isLocked && <p className="notice">已签字待发送，不能改。要改，先到“签字发送”里取回。</p>}
      <DrawnPart sheet={sheet} />
      {sections.map(({ id, title, rows, all }) => {
        const open = all.filter(
          row => !draft.clean.includes(row.id) && !draft.findings.some(one => one.row === row.id),
        )
        return (
          <section key={id} className="section" aria-labelledby={`section-${id}`}>
            <h2 id={`section-${id}`}>
              {id} {title}
            </h2>
            {rows.map(row => (
              <RowCard key={row.id} row={row} sheet={sheet} />
            ))}
            {open.length > 1 && sought === '' && !isLocked && (
              <button
                type="button"
                className="key quiet wide"
                onClick={() => void edit({ do: 'clean', rows: open.map(row => row.id), isClean: true })}
              >
                其余{open.length}行未发现问题
              </button>
            )}
          </section>
        )
      })}
      {sections.length === 0 && <p className="empty">没有含“{sought}”的核查内容。</p>}
      <footer className="bottom-bar">
        <span>
          已看 <b>{done}</b> / {rubric.rows.length} 行
        </span>
        <button type="button" className="key" onClick={finish}>
          签字发送
        </button>
      </footer>
    </main>
  )
}

/** Asks what to do with a sheet of this task that another account has begun on this phone. */
function ForeignDraft({
  task,
  draft,
  owner,
}: {
  readonly task: Task
  readonly draft: Draft
  readonly owner: Owner
}) {
  const mayHaveArrived = draft.stage.kind === 'waiting' && draft.stage.perhapsSent
  return (
    <main className="phone-page">
      <TopBar title={task.unitName} onBack={() => goTo({ at: 'list' })} />
      <p>
        本机有“{draft.inspector}”填写的一份核查表，{printDay(draft.changedAt)}
        改过，还没有发送：已看{rowsDone(draft)}行。
      </p>
      {mayHaveArrived ? (
        <p className="soft">这一份服务器可能已经收到，只能由原来的账号登录后继续发送。</p>
      ) : (
        <>
          <button
            type="button"
            className="key wide"
            onClick={() => void takeOverDraft(draft.id, owner).catch(() => undefined)}
          >
            接着写，由我报送
          </button>
          <p className="soft">接着写以后，它归“{owner.name}”，核查人重新签字，报送时注明接自谁。</p>
        </>
      )}
      <button
        type="button"
        className="key quiet wide"
        onClick={() => void openDraft(task, owner).catch(() => undefined)}
      >
        另起一份
      </button>
    </main>
  )
}

/** Shows the drawn branches and members that the inspector is to see. */
function DrawnPart({ sheet: { detail } }: { readonly sheet: Sheet }) {
  const { branches = [], members = [] } = detail.drawn ?? {}
  if (branches.length === 0 && members.length === 0) return null
  return (
    <details className="drawn">
      <summary>抽中的支部和党员</summary>
      {branches.length > 0 && <p>支部：{branches.join('、')}</p>}
      {members.length > 0 && <p>党员：{members.join('、')}</p>}
    </details>
  )
}
