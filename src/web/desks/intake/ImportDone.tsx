import { LinkButton } from '../../kit/LinkButton.tsx'
import { printDay } from '../../kit/printDay.ts'
import type { ImportDetail } from './intakeTypes.ts'
import { RefusedReasons } from './RefusedReasons.tsx'

/** Shows the result of the commit and the next step. */
export function ImportDone({ of }: { readonly of: ImportDetail }) {
  const { year, rows, written = [], settledBy, settledAt } = of
  return (
    <>
      <p>
        {settledBy}于{settledAt === undefined ? '' : printDay(settledAt)}提交：共 {rows?.in ?? 0} 行，接受{' '}
        {rows?.accepted ?? 0} 行，退回 {rows?.refused ?? 0} 行。
      </p>
      <ul>
        {written.map(phrase => (
          <li key={phrase}>{phrase}</li>
        ))}
      </ul>
      <div className="buttons-level">
        <LinkButton type="primary" to={`/${year}/year`}>
          看还缺什么
        </LinkButton>
        <LinkButton to={`/${year}/roster`}>核对名册</LinkButton>
        <LinkButton to={`/${year}/imports`}>再导入文件</LinkButton>
      </div>
      {of.reasons > 0 && <RefusedReasons of={of} />}
    </>
  )
}
