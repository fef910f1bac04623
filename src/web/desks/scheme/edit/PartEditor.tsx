import type { SchemeDocument } from '../../../../contract/scheme/schemeDocument.ts'
import { SpecForm } from '../fields/SpecForm.tsx'
import { AnswerForm } from '../rulings/AnswerForm.tsx'
import { setAt } from '../fields/setAt.ts'
import type { Path } from '../fields/FormContext.ts'
import { ListEditor } from './ListEditor.tsx'
import type { EditPart } from './parts.ts'
import { basicsSpec, scopeSpec } from './partSpecs.ts'
import { reportSpec } from './reportSpec.ts'
import { RubricsEditor } from './RubricsEditor.tsx'
import { RulingsEditor } from './RulingsEditor.tsx'
import { WeightSum } from './WeightSum.tsx'

interface Props {
  readonly part: EditPart
  readonly document: SchemeDocument
  /** the place of a fault, to be opened. */
  readonly focus: Path | undefined
  readonly onChange: (document: SchemeDocument) => void
}

/** Edits one part of the scheme. */
export function PartEditor({ part, document, focus, onChange }: Props) {
  const put = (path: Path, value: unknown): void => onChange(setAt(document, path, value))
  switch (part.key) {
    case 'basics':
      return (
        <SpecForm
          spec={basicsSpec}
          value={document}
          path={[]}
          around={undefined}
          onChange={next => onChange(next as SchemeDocument)}
        />
      )
    case 'report':
      return (
        <SpecForm
          spec={reportSpec}
          value={document}
          path={[]}
          around={undefined}
          onChange={next => onChange(next as SchemeDocument)}
        />
      )
    case 'scope':
      return (
        <SpecForm
          spec={scopeSpec}
          value={document.scope}
          path={['scope']}
          around="scope"
          onChange={next => put(['scope'], next)}
        />
      )
    case 'rubrics':
      return <RubricsEditor document={document} focus={focus} onChange={onChange} />
    case 'rulings':
      return <RulingsEditor document={document} focus={focus} onChange={onChange} />
    case 'grades':
      return <GradesEditor document={document} onPut={put} />
    default:
      return (
        <>
          {part.key === 'components' && (
            <WeightSum components={document.components} onChange={next => put(['components'], next)} />
          )}
          <ListEditor
            list={part.key}
            label={part.item ?? part.title}
            spec={part.spec!}
            items={(document[part.key as 'tiers'] ?? []) as never}
            path={[part.key]}
            focus={focus}
            onChange={next => put([part.key], next)}
          />
        </>
      )
  }
}

/** Edits the grade bands (等次区间), which are the answer of a ruling. */
function GradesEditor({
  document,
  onPut,
}: {
  readonly document: SchemeDocument
  readonly onPut: (path: Path, value: unknown) => void
}) {
  const at = document.rulings.findIndex(ruling => ruling.topic === 'overallGrades')
  const ruling = document.rulings[at]
  if (ruling === undefined)
    return <p className="soft">方案还没有“综合评价等次”的口径，请先在“口径”里添加。</p>
  return (
    <>
      <p className="soft">
        等次区间写在口径{ruling.id}（{ruling.question}）的答案里；改动后请一并核对口径的文字。
      </p>
      <AnswerForm
        topic="overallGrades"
        value={ruling.answer}
        path={['rulings', at, 'answer']}
        onChange={answer => onPut(['rulings', at, 'answer'], answer)}
      />
    </>
  )
}
