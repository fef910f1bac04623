import { Button, Select } from 'antd'
import { useState } from 'react'
import type { Refused } from '../../client/Refused.ts'

/** The headings chosen for the columns of a list, by column. */
export type ChosenHeadings = Readonly<Record<string, string>>

/** Writes the chosen headings as the request takes them. */
export function headingsText(chosen: ChosenHeadings): string | undefined {
  const lines = Object.entries(chosen).flatMap(([column, heading]) =>
    heading === '' ? [] : [`${column}\t${heading}`],
  )
  return lines.length === 0 ? undefined : lines.join('\n')
}

/** Reads the headings chosen for a list before, in this browser. */
export function rememberedHeadings(id: string): ChosenHeadings {
  try {
    const stored: unknown = JSON.parse(localStorage.getItem(keyOf(id)) ?? '{}')
    return typeof stored === 'object' && stored !== null ? (stored as ChosenHeadings) : {}
  } catch {
    return {}
  }
}

/** Remembers the headings chosen for a list in this browser. */
export function rememberHeadings(id: string, chosen: ChosenHeadings): void {
  try {
    localStorage.setItem(keyOf(id), JSON.stringify(chosen))
  } catch {
    // A browser that stores nothing asks again next time.
  }
}

interface Props {
  readonly refused: Pick<Refused, 'values'>
  /** what is matched, where a file has several sheets. */
  readonly title?: string
  readonly start: ChosenHeadings
  /** Without it there is no button: what is chosen is told by `onChange`. */
  readonly onChoose?: (chosen: ChosenHeadings) => void
  readonly onChange?: (chosen: ChosenHeadings) => void
}

/** Lets somebody say which heading of their own list is which column, where the file was refused for its headings. */
export function ChooseHeadings({ refused: { values }, title, start, onChoose, onChange }: Props) {
  const [columns, found, likely] = ['columns', 'found', 'likely'].map(name => namesOf(values[name])) as [
    readonly string[],
    readonly string[],
    readonly string[],
  ]
  const [chosen, setChosen] = useState<ChosenHeadings>(() =>
    Object.fromEntries(
      columns.map((name, at) => [
        name,
        [name, start[name], likely[at]].find(one => one !== undefined && found.includes(one)) ?? '',
      ]),
    ),
  )
  if (columns.length === 0 || found.length === 0) return null
  const options = [
    { value: '', label: '表中没有' },
    ...[...new Set(found)].map(value => ({ value, label: value })),
  ]
  return (
    <section className="choose-headings" aria-label={title ?? '对应各列'}>
      <p>{title !== undefined && `${title}：`}这是自己的表？请指明每一列在表中叫什么，下次不必再选：</p>
      <div className="choose-headings-columns">
        {columns.map(name => (
          <label key={name}>
            <span>{name}</span>
            <Select
              aria-label={`${name}对应的表头`}
              value={found.includes(chosen[name] ?? '') ? chosen[name] : ''}
              options={options}
              onChange={value => {
                const next = { ...chosen, [name]: value }
                setChosen(next)
                onChange?.(next)
              }}
            />
          </label>
        ))}
      </div>
      {onChoose && (
        <Button type="primary" onClick={() => onChoose(chosen)}>
          按此读入
        </Button>
      )}
    </section>
  )
}

function namesOf(value: unknown): readonly string[] {
  return typeof value === 'string' && value !== '' ? value.split('\t') : []
}

function keyOf(id: string): string {
  return `hengping headings ${id}`
}
