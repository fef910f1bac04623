import { Form, Select } from 'antd'
import { type ReactNode, useState } from 'react'
import { fieldLabel } from '../../../../contract/scheme/fieldLabels.ts'
import { optionsOf } from '../../../../contract/scheme/optionNames.ts'
import { FieldInput } from './FieldInput.tsx'
import { FieldLine, idOf } from './FieldLine.tsx'
import { type Field, fieldsOf, type Spec } from './fieldSpec.ts'
import { type Path, useForm } from './FormContext.ts'
import { setAt } from './setAt.ts'

interface Props {
  readonly spec: Spec
  readonly value: unknown
  readonly path: Path
  readonly around: string | undefined
  readonly onChange: (value: unknown) => void
}

type Fields = Readonly<Record<string, unknown>>

/** Edits an item with its fields in order; changing the kind keeps the fields that both kinds have. */
export function SpecForm({ spec, value, path, around, onChange }: Props) {
  const { document } = useForm()
  const held = (value ?? {}) as Fields
  const { tag } = spec
  const fields = fieldsOf(spec, held)
  // What was folded away when the form opened stays there, so that nothing jumps while it is filled in.
  const [filled] = useState(() => new Set(Object.keys(held)))
  const folded = fields.filter(field => field.rare && !filled.has(field.key))
  const shown = fields.filter(field => !folded.includes(field))
  const input = (field: Field): ReactNode => (
    <FieldInput
      key={field.key}
      field={field}
      value={field.kind === 'ruleOfRow' ? [held['row'], held['rule']] : held[field.key]}
      path={[...path, field.key]}
      around={around}
      onChange={next => onChange(withField(held, field, next))}
    />
  )
  return (
    <Form layout="vertical" component="div" className="spec-form">
      {tag !== undefined && (
        <FieldLine
          id={idOf([...path, tag.key])}
          label={fieldLabel(tag.key, around)}
          path={[...path, tag.key]}
        >
          <Select
            id={idOf([...path, tag.key])}
            value={held[tag.key] as string | undefined}
            options={optionsOf(tag.of).filter(option => tag.kinds[option.value] !== undefined)}
            onChange={(kind: string) => onChange(asKind(spec, held, kind, document))}
          />
        </FieldLine>
      )}
      {shown.map(input)}
      {folded.length > 0 && (
        <details className="rare-fields">
          <summary>
            其他（{folded.map(field => field.label ?? fieldLabel(field.key, around)).join('、')}）
          </summary>
          <div className="spec-form">{folded.map(input)}</div>
        </details>
      )}
    </Form>
  )
}

function withField(held: Fields, field: Field, next: unknown): Fields {
  if (field.kind !== 'ruleOfRow') return setAt(held, [field.key], next)
  const [row, rule] = next as readonly [string, string]
  return { ...held, row, rule }
}

/** Converts fields to another kind: drops keys unknown to it, which would be faults, and adds blanks for those it needs. */
function asKind(spec: Spec, held: Fields, kind: string, document: Parameters<Spec['fresh']>[0]): Fields {
  const { key } = spec.tag!
  const fields = fieldsOf(spec, { [key]: kind })
  const known = new Set(fields.flatMap(field => (field.kind === 'ruleOfRow' ? ['row', 'rule'] : [field.key])))
  const kept = Object.fromEntries(Object.entries(held).filter(([name]) => known.has(name) || name === 'id'))
  const blanks = Object.fromEntries(
    fields
      .filter(field => !field.optional && !(field.key in kept))
      .map(field => [field.key, blankOf(field, document)]),
  )
  return { [key]: kind, ...blanks, ...kept }
}

function blankOf(field: Field, document: Parameters<Spec['fresh']>[0]): unknown {
  switch (field.kind) {
    case 'number':
      return null
    case 'flag':
      return false
    case 'refs':
    case 'texts':
    case 'numbers':
    case 'items':
      return []
    case 'table':
      return {}
    case 'group':
      return field.spec.fresh(document)
    case 'option':
    case 'ref':
    case 'ruleOfRow':
      return undefined
    default:
      return ''
  }
}
