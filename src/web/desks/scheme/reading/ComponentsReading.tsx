import { rulingsOfMethod, rulingsOn } from '../../../../contract/scheme/rulingsActing.ts'
import type { ComponentPart } from '../../../../contract/scheme/schemeDocument.ts'
import { describeConversion, describeMethod } from '../../../../contract/scheme/methods.ts'
import { ClauseChip } from '../ClauseChip.tsx'
import { RulingNotes } from '../RulingNotes.tsx'
import { useScheme } from '../SchemeContext.ts'

/** Shows how the composite is computed and how each component is scored. (三（一）（二）) */
export function ComponentsReading() {
  const { document } = useScheme()
  return (
    <>
      <section className="scheme-part">
        <h2>
          综合得分 <span className="soft">满分{document.base}分</span>{' '}
          <ClauseChip of={document.compositeCitation} />
        </h2>
        <ul className="weights" aria-label="各分项的权重">
          {document.components.map(({ id, name, weight }) => (
            <li key={id} style={{ flexGrow: Math.max(weight, 1) }}>
              <span>{name}</span>
              <strong>{weight}%</strong>
            </li>
          ))}
        </ul>
        <RulingNotes of={rulingsOn(document, 'missingComponent', 'rounding')} />
      </section>
      {document.components.map(component => (
        <ComponentReading key={component.id} component={component} />
      ))}
    </>
  )
}

function ComponentReading({ component }: { readonly component: ComponentPart }) {
  const { document, names } = useScheme()
  const rulings = [
    ...new Set(component.methods.flatMap(method => rulingsOfMethod(document, component, method))),
  ]
  return (
    <section className="scheme-part">
      <h2>
        {component.name}{' '}
        <span className="soft">
          占{component.weight}%，本项满分{component.base}分
        </span>{' '}
        <ClauseChip of={component.citation} />
      </h2>
      <ul className="plain-list">
        {component.methods.map((method, at) => (
          <li key={at}>
            {describeMethod(method, names)} <ClauseChip of={method.citation} />
          </li>
        ))}
        {component.conversion !== undefined && (
          <li>
            得分换算：{describeConversion(component.conversion)}{' '}
            <ClauseChip of={component.conversion.citation} />
          </li>
        )}
      </ul>
      <RulingNotes of={rulings} />
    </section>
  )
}
