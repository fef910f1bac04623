import { Button } from 'antd'
import { useMemo, useState } from 'react'
import {
  boardFields,
  boardKinds,
  describePosting,
  siteFields,
  takenFields,
  wordPosted,
} from '../../../contract/publish/publishFields.ts'
import { useSession } from '../../client/SessionContext.ts'
import { useMay } from '../../client/useMay.ts'
import { useAct } from '../../client/useAct.ts'
import { type ChosenFile, FileBox } from '../../kit/files/FileBox.tsx'
import { FileList } from '../../kit/files/FileList.tsx'
import { FormModal } from '../../kit/form/FormModal.tsx'
import { ownField } from '../../kit/form/formValues.ts'
import { useForm } from '../../kit/form/useForm.ts'
import type { Column } from '../../kit/table/column.ts'
import { DataTable } from '../../kit/table/DataTable.tsx'
import { useSeesOwnOnly } from '../year/useSeesOwnOnly.ts'
import type { Publication, PublishedUnit } from './publishTypes.ts'

type Board = PublishedUnit['boards'][number]

const kinds = ['board', 'site'] as const

function boardOf({ boards }: PublishedUnit, kind: Board['kind']): Board | undefined {
  return boards.find(one => one.kind === kind)
}

interface Asking {
  readonly act: Board['kind'] | 'take'
  readonly of: PublishedUnit
}

/** Lists the units under publication: comments, replies that are missing, and the notice board. */
export function UnitsPart({ of }: { readonly of: Publication }) {
  const may = useMay()
  const { account } = useSession()
  const [asking, setAsking] = useState<Asking>()
  const { year, plan, today, units } = of
  const hasBoard = plan?.comments !== 'off'
  // Of what was withdrawn only the day is entered when it came down from where it hung.
  const isWithdrawn = plan?.standing === 'planned'
  const columns = useMemo(() => {
    const mayFor = (unit: string) =>
      may('recordBoard') && (may('decidePublication') || account.grants.some(grant => grant.unit === unit))
    const columns = columnsOf(year, plan?.standing === 'open')
    if (!units.some(row => mayFor(row.unit) && (!isWithdrawn || row.boards.length > 0))) return columns
    const acts = (row: PublishedUnit) =>
      mayFor(row.unit) ? (
        <span className="buttons-level">
          {kinds
            .filter(kind => !isWithdrawn || boardOf(row, kind) !== undefined)
            .map(kind => (
              <Button key={kind} size="small" onClick={() => setAsking({ act: kind, of: row })}>
                {boardOf(row, kind) === undefined ? '登记' : '改'}
                {boardKinds[kind]}
              </Button>
            ))}
          {hasBoard && !isWithdrawn && (
            <Button size="small" onClick={() => setAsking({ act: 'take', of: row })}>
              登记留言
            </Button>
          )}
        </span>
      ) : null
    return [
      ...columns,
      {
        id: 'acts',
        title: '办理',
        value: () => undefined,
        show: acts,
        width: 320,
        sort: false,
        onCard: 'wide',
      },
    ] satisfies readonly Column<PublishedUnit>[]
  }, [may, account, year, units, plan?.standing, hasBoard, isWithdrawn])
  const close = () => setAsking(undefined)
  const asked = units.find(({ unit }) => unit === asking?.of.unit) ?? asking?.of
  const bare = units.filter(({ boards }) => boards.length === 0).length
  const isOwn = useSeesOwnOnly()
  const title = isOwn ? '张贴和登载' : '各单位'
  return (
    <>
      {units.length > 0 && (
        <section aria-label={title}>
          <h2>{title}</h2>
          {isOwn && bare > 0 && <p className="soft">还没有登记宣传栏或网站公示。</p>}
          {!isOwn && !isWithdrawn && (
            <p className="soft">
              {bare === 0 ? '各单位都登记了宣传栏或网站公示。' : `${bare}个单位还没有登记宣传栏或网站公示。`}
            </p>
          )}
          <DataTable
            id="publishedUnits"
            label="各单位公示情况"
            rows={units}
            columns={columns}
            rowKey={row => row.unit}
            search={isOwn ? undefined : '单位或拼音首字母'}
            unit="个单位"
          />
        </section>
      )}
      {/* A form that was open while the publication was withdrawn keeps what was typed. */}
      {asked && (asking?.act === 'board' || asking?.act === 'site') && (
        <BoardForm year={year} today={today} kind={asking.act} of={asked} onClose={close} />
      )}
      {asked && asking?.act === 'take' && <TakeForm year={year} today={today} of={asked} onClose={close} />}
    </>
  )
}

function columnsOf(year: number, isOpen: boolean): readonly Column<PublishedUnit>[] {
  return [
    {
      id: 'unit',
      title: '单位',
      value: row => row.unitName,
      show: row =>
        isOpen ? (
          <a href={`/public/${year}/${encodeURIComponent(row.unit)}`} target="_blank" rel="noopener">
            {row.unitName}
          </a>
        ) : (
          row.unitName
        ),
      search: true,
      width: 220,
      onCard: 'title',
    },
    { id: 'comments', title: '留言（条）', value: row => row.comments, kind: 'number', width: 90 },
    { id: 'held', title: '待审核', value: row => row.held, kind: 'number', width: 76 },
    { id: 'unanswered', title: '待答复', value: row => row.unanswered, kind: 'number', width: 76 },
    { id: 'posted', title: '登记', value: wordPosted, filter: true, width: 104 },
    ...kinds.map(kind => ({
      id: kind,
      title: boardKinds[kind],
      value: (row: PublishedUnit) => boardOf(row, kind)?.place,
      show: (row: PublishedUnit) => <BoardShown year={year} of={row} board={boardOf(row, kind)} />,
      width: 160,
    })),
  ]
}

interface Props {
  readonly year: number
  readonly of: PublishedUnit
  readonly onClose: () => void
}

interface BoardShownProps {
  readonly year: number
  readonly of: PublishedUnit
  readonly board: Board | undefined
}

function BoardShown({ year, of: { unit }, board }: BoardShownProps) {
  if (board === undefined) return <span className="soft">—</span>
  const { place, files } = board
  return (
    <>
      {place}
      <span className="soft-line">{describePosting(board)}</span>
      <FileList year={year} unit={unit} files={files} />
    </>
  )
}

function BoardForm({
  year,
  today,
  kind,
  of,
  onClose,
}: Props & { readonly today: string; readonly kind: Board['kind'] }) {
  const { unit, unitName } = of
  const board = boardOf(of, kind)
  const words = kind === 'board' ? boardFields : siteFields
  const act = useAct('PUT /api/years/:year/units/:unit/notice-board', {
    done: `${boardKinds[kind]}公示已登记`,
    refresh: ['GET /api/years/:year/publication'],
  })
  const fields = {
    ...words,
    up: { ...words.up, until: today },
    down: { ...words.down, until: today },
    files: ownField<readonly ChosenFile[]>({
      label: kind === 'board' ? '照片（可不附）' : '截图（可不附）',
      start: board?.files ?? [],
      show: ({ value, onChange }) => (
        <FileBox label="照片" value={value} onChange={onChange} at={{ year, unit }} most={5} />
      ),
    }),
  }
  const form = useForm(fields, {
    start: { place: board?.place ?? '', up: board?.up ?? today, down: board?.down ?? '' },
    acts: [act],
    refusedAt: { boardFuture: 'up', boardBefore: 'up', boardDaysTurned: 'down' },
    send: ({ files, ...sent }) =>
      act.run({
        params: { year, unit },
        body: {
          ...sent,
          kind,
          files: files.map(({ file, name }) => ({ file, name })),
          revision: board?.revision ?? 0,
        },
      }),
    after: onClose,
  })
  return (
    <FormModal form={form} title={`${unitName}：${boardKinds[kind]}公示`} confirm="登记" onClose={onClose} />
  )
}

function TakeForm({ year, today, of: { unit, unitName }, onClose }: Props & { readonly today: string }) {
  const act = useAct('POST /api/years/:year/units/:unit/comments', {
    done: '留言已登记，审核后显示',
    refresh: ['GET /api/years/:year/publication', 'GET /api/years/:year/comments'],
  })
  const fields = { ...takenFields, day: { ...takenFields.day, until: today } }
  const form = useForm(fields, {
    start: { way: 'paper', day: today },
    acts: [act],
    refusedAt: { commentDayOutside: 'day', commentEmpty: 'wrote' },
    send: sent => act.run({ params: { year, unit }, body: { ...sent, way: sent.way as 'paper' | 'phone' } }),
    after: onClose,
  })
  return (
    <FormModal
      form={form}
      title={`${unitName}：登记留言`}
      confirm="登记"
      what={<p>公示页注明是书面还是电话收到的。</p>}
      onClose={onClose}
    />
  )
}
