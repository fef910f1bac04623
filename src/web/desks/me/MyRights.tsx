import { useAnswer } from '../../client/useAnswer.ts'
import { Answered } from '../../kit/Answered.tsx'

/** Lists the reader's rights and the role that grants each; for other rights, who has them. */
export function MyRights() {
  return (
    <Answered of={useAnswer('GET /api/session/rights', {})}>
      {({ rights }) => {
        const [may, mayNot] = [rights.filter(right => right.allowed), rights.filter(right => !right.allowed)]
        return (
          <>
            {may.length === 0 && <p>还没有授予角色，请联系安全管理员或组织考核者。</p>}
            {may.length > 0 && (
              <details>
                <summary>能做的{may.length}项</summary>
                <ul className="me-rights">
                  {may.map(({ action, name, sentence }) => (
                    <li key={action}>
                      {name}
                      <span>{sentence}</span>
                    </li>
                  ))}
                </ul>
              </details>
            )}
            {mayNot.length > 0 && (
              <details>
                <summary>不能做的{mayNot.length}项，和谁能做</summary>
                <ul className="me-rights">
                  {mayNot.map(({ action, sentence }) => (
                    <li key={action}>{sentence}</li>
                  ))}
                </ul>
              </details>
            )}
          </>
        )
      }}
    </Answered>
  )
}
