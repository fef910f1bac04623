import { ArrowDownOutlined, ArrowUpOutlined, DeleteOutlined, PlusOutlined } from '@ant-design/icons'
import { Button } from 'antd'
import { nameOf, describeItem } from '../../../../contract/scheme/describePlace.ts'
import { NEW_ID, type Spec } from './fieldSpec.ts'
import { type Path, useFaultsAt, useForm } from './FormContext.ts'
import { SpecForm } from './SpecForm.tsx'

interface Props {
  readonly spec: Spec
  readonly label: string
  readonly value: unknown
  readonly path: Path
  readonly onChange: (value: unknown) => void
}

type Item = Readonly<Record<string, unknown>>

/** Edits a list of items, each with its form; items can be added, moved and removed. */
export function ItemsInput({ spec, label, value, path, onChange }: Props) {
  const { document } = useForm()
  const faults = useFaultsAt(path)
  const items = (Array.isArray(value) ? value : []) as readonly Item[]
  const list = String(path.findLast(step => typeof step === 'string'))
  return (
    <fieldset className="field-group">
      <legend>{label}</legend>
      {faults.map((fault, at) => (
        <p key={at} className="bad" role="alert">
          {fault.wrong}。{fault.remedy}。
        </p>
      ))}
      {items.map((item, at) => (
        <section key={at} className="field-item" aria-label={describeItem(list, item, at)}>
          <ItemTools
            label={nameOf(list, item) ?? `第${at + 1}项`}
            at={at}
            count={items.length}
            onMove={to => onChange(moved(items, at, to))}
            onRemove={() => onChange(items.toSpliced(at, 1))}
          />
          <SpecForm
            spec={spec}
            value={item}
            path={[...path, at]}
            around={list}
            onChange={next => onChange(items.with(at, next as Item))}
          />
        </section>
      ))}
      <Button
        size="small"
        icon={<PlusOutlined />}
        onClick={() => onChange([...items, withId(spec.fresh(document), items)])}
      >
        添加{label.replace(/（.*）$/, '')}
      </Button>
    </fieldset>
  )
}

interface Tools {
  readonly label: string
  readonly at: number
  readonly count: number
  readonly onMove: (to: number) => void
  readonly onRemove: () => void
}

/** Shows the tools of an item: move up, move down, remove. */
export function ItemTools({ label, at, count, onMove, onRemove }: Tools) {
  return (
    <span className="item-tools unbroken">
      <Button
        type="text"
        size="small"
        icon={<ArrowUpOutlined />}
        aria-label={`上移 ${label}`}
        disabled={at === 0}
        onClick={() => onMove(at - 1)}
      />
      <Button
        type="text"
        size="small"
        icon={<ArrowDownOutlined />}
        aria-label={`下移 ${label}`}
        disabled={at === count - 1}
        onClick={() => onMove(at + 1)}
      />
      <Button
        type="text"
        size="small"
        danger
        icon={<DeleteOutlined />}
        aria-label={`去掉 ${label}`}
        onClick={onRemove}
      />
    </span>
  )
}

/** Moves an item. */
export function moved<T>(items: readonly T[], from: number, to: number): readonly T[] {
  return items.toSpliced(from, 1).toSpliced(to, 0, items[from]!)
}

/** Adds an id, the first free one, to an item whose id nobody reads. */
export function withId(item: Item, items: readonly Item[]): Item {
  const key = Object.keys(item).find(field => item[field] === NEW_ID)
  if (key === undefined) return item
  const taken = new Set(items.map(one => one[key]))
  let number = items.length + 1
  while (taken.has(`项${number}`)) number++
  return { ...item, [key]: `项${number}` }
}
