import { nameOf } from '../../../../contract/scheme/describePlace.ts'
import type { Spec } from '../fields/fieldSpec.ts'
import { type Path, useForm } from '../fields/FormContext.ts'
import { ItemTools, moved, withId } from '../fields/ItemsInput.tsx'
import { SpecForm } from '../fields/SpecForm.tsx'
import { OpenList } from './OpenList.tsx'

type Item = Readonly<Record<string, unknown>>

interface Props {
  readonly list: string
  readonly label: string
  readonly spec: Spec
  readonly items: readonly Item[]
  readonly path: Path
  readonly focus: Path | undefined
  readonly onChange: (items: readonly Item[]) => void
}

/** Edits a list, each item with the form of its spec. */
export function ListEditor({ list, label, spec, items, path, focus, onChange }: Props) {
  const { document } = useForm()
  const name = (at: number): string => nameOf(list, items[at]) ?? `第${at + 1}项`
  return (
    <OpenList
      label={label}
      path={path}
      focus={focus}
      items={items.map((item, at) => ({ name: name(at), ...noteOf(list, item) }))}
      tools={(at, close) => (
        <ItemTools
          label={name(at)}
          at={at}
          count={items.length}
          onMove={to => {
            close()
            onChange(moved(items, at, to))
          }}
          onRemove={() => {
            close()
            onChange(items.toSpliced(at, 1))
          }}
        />
      )}
      form={at => (
        <SpecForm
          spec={spec}
          value={items[at]}
          path={[...path, at]}
          around={list}
          onChange={next => onChange(items.with(at, next as Item))}
        />
      )}
      onClear={() => onChange([])}
      onAdd={() => onChange([...items, withId(spec.fresh(document), items)])}
    />
  )
}

/** Returns the figure that identifies an item. */
function noteOf(list: string, item: Item): { readonly note?: string } {
  if (list === 'rows' && typeof item['base'] === 'number') return { note: `${item['base']}分` }
  if (list === 'components' && typeof item['weight'] === 'number') return { note: `${item['weight']}%` }
  return typeof item['restated'] === 'string' ? { note: item['restated'] } : {}
}
