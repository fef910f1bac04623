import { Button } from 'antd'
import { useEffect, useState } from 'react'
import {
  type RubricPart,
  type SchemeDocument,
  sumOfRows,
} from '../../../../contract/scheme/schemeDocument.ts'
import { type Path } from '../fields/FormContext.ts'
import { setAt } from '../fields/setAt.ts'
import { SpecForm } from '../fields/SpecForm.tsx'
import { Choice } from '../../../kit/Choice.tsx'
import { withId } from '../fields/ItemsInput.tsx'
import { NEW_ID, type Spec } from '../fields/fieldSpec.ts'
import { ListEditor } from './ListEditor.tsx'
import { rowSpec, sectionSpec } from './ruleSpec.ts'

const headSpec: Spec = {
  fields: [
    { kind: 'text', key: 'title' },
    { kind: 'number', key: 'base', unit: '分' },
    { kind: 'citation', key: 'citation' },
  ],
  fresh: () => ({ id: NEW_ID, title: '', base: 100, citation: '附件', sections: [], rows: [] }),
}

interface Props {
  readonly document: SchemeDocument
  readonly focus: Path | undefined
  readonly onChange: (document: SchemeDocument) => void
}

/** Edits a rubric (评分细则): its head and sections, then row by row. */
export function RubricsEditor({ document, focus, onChange }: Props) {
  const [chosen, setChosen] = useState(0)
  const [sectionsOpen, setSectionsOpen] = useState(false)
  useEffect(() => {
    if (focus?.[0] === 'rubrics' && typeof focus[1] === 'number') setChosen(focus[1])
    if (focus?.[2] === 'sections') setSectionsOpen(true)
  }, [focus])
  const at = Math.min(chosen, document.rubrics.length - 1)
  const rubric = document.rubrics[at]
  const put = (path: Path, value: unknown): void => onChange(setAt(document, ['rubrics', at, ...path], value))

  function add() {
    const fresh = withId(headSpec.fresh(document), document.rubrics as never) as unknown as RubricPart
    onChange({ ...document, rubrics: [...document.rubrics, fresh] })
    setChosen(document.rubrics.length)
  }

  return (
    <>
      {document.rubrics.length > 1 && (
        <Choice
          label="评分细则"
          value={String(at)}
          options={document.rubrics.map(({ title }, index) => ({ value: String(index), text: title }))}
          onChange={value => setChosen(Number(value))}
        />
      )}
      {rubric !== undefined && (
        <>
          <SpecForm
            spec={headSpec}
            value={rubric}
            path={['rubrics', at]}
            around="rubrics"
            onChange={next => onChange(setAt(document, ['rubrics', at], next))}
          />
          <RubricSum rubric={rubric} />
          <details
            className="edit-sections"
            open={sectionsOpen}
            onToggle={event => setSectionsOpen(event.currentTarget.open)}
          >
            <summary>核实项目（{rubric.sections.length}个）</summary>
            <ListEditor
              list="sections"
              label="核实项目"
              spec={sectionSpec}
              items={rubric.sections as never}
              path={['rubrics', at, 'sections']}
              focus={focus}
              onChange={next => put(['sections'], next)}
            />
          </details>
          <h3>各行</h3>
          <ListEditor
            list="rows"
            label="行"
            spec={rowSpec}
            items={rubric.rows as never}
            path={['rubrics', at, 'rows']}
            focus={focus}
            onChange={next => put(['rows'], next)}
          />
        </>
      )}
      <p>
        <Button onClick={add}>{rubric === undefined ? '添加评分细则' : '另加一个评分细则'}</Button>
      </p>
    </>
  )
}

function RubricSum({ rubric: { rows, base } }: { readonly rubric: RubricPart }) {
  const sum = sumOfRows(rows, base)
  return (
    <p className={sum === base ? 'sum-right' : 'sum-wrong'} role="status">
      {rows.length}行分值合计 {sum}，满分 {base}
    </p>
  )
}
