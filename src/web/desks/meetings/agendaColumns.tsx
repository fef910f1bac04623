import { Button } from 'antd'
import { Choice } from '../../kit/Choice.tsx'
import type { Column } from '../../kit/table/column.ts'
import type { AgendaRow } from './meetingTypes.ts'

interface Look {
  /** What each of them leads: 单位, or 党组织 at a meeting of dual debriefs. */
  readonly leads: string
  readonly rows: readonly AgendaRow[]
  readonly minutes: number
  readonly edit:
    | {
        readonly onMove: (row: AgendaRow, to: number) => void
        readonly onSpeaks: (row: AgendaRow, speaks: boolean) => void
      }
    | undefined
  readonly onRemove: ((row: AgendaRow) => void) | undefined
}

const WAYS = [
  { value: 'speaks', text: '口头述职' },
  { value: 'written', text: '书面述职' },
] as const

/** Columns of an agenda: place, unit, secretary, how, and how long the speech was. */
export function agendaColumns({ leads, rows, minutes, edit, onRemove }: Look): readonly Column<AgendaRow>[] {
  const placeOf = (row: AgendaRow) => rows.findIndex(one => one.unit === row.unit) + 1
  const places = rows.map((_, at) => ({ value: String(at + 1), text: `第${at + 1}位` }))
  return [
    {
      id: 'place',
      title: '次序',
      width: 110,
      kind: 'text',
      sort: false,
      value: row => `第${placeOf(row)}位`,
      ...(edit !== undefined && {
        show: row => (
          <Choice
            label={`${row.unitName}的次序`}
            value={String(placeOf(row))}
            options={places}
            onChange={to => edit.onMove(row, Number(to))}
          />
        ),
      }),
    },
    { id: 'unit', title: leads, width: 280, value: row => row.unitName, sort: false, onCard: 'title' },
    { id: 'secretary', title: '书记', width: 110, value: row => row.secretary, sort: false },
    {
      id: 'speaks',
      title: '方式',
      width: 130,
      sort: false,
      value: row => (row.speaks ? '口头述职' : '书面述职'),
      ...(edit !== undefined && {
        show: row => (
          <Choice
            label={`${row.unitName}的述职方式`}
            value={row.speaks ? 'speaks' : 'written'}
            options={[...WAYS]}
            onChange={way => edit.onSpeaks(row, way === 'speaks')}
          />
        ),
      }),
    },
    ...(edit === undefined
      ? [
          {
            id: 'state',
            title: '情况',
            width: 240,
            sort: false as const,
            value: (row: AgendaRow) => describeSpeech(row, minutes),
            ...(onRemove !== undefined && {
              show: (row: AgendaRow) =>
                row.removed || row.spoken ? (
                  describeSpeech(row, minutes)
                ) : (
                  <Button size="small" onClick={() => onRemove(row)}>
                    移出议程
                  </Button>
                ),
            }),
          },
        ]
      : []),
  ]
}

/** Says how a speech went: its length and the overrun, or why the secretary was taken off. */
function describeSpeech(
  { removed, removedWhy, spoken, seconds }: AgendaRow,
  minutes: number,
): string | undefined {
  if (removed) return `已移出：${removedWhy ?? ''}`
  if (!spoken || seconds === undefined) return spoken ? '已述职' : undefined
  const over = seconds - minutes * 60
  return `用时${printLength(seconds)}${over > 0 ? `，超时${printLength(over)}` : ''}`
}

function printLength(seconds: number): string {
  const [whole, rest] = [Math.floor(seconds / 60), seconds % 60]
  return `${whole > 0 ? `${whole}分` : ''}${rest > 0 || whole === 0 ? `${rest}秒` : ''}`
}
