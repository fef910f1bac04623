import { ChineseDate } from '../../kit/ChineseDate.tsx'
import { GoLink } from '../../kit/GoLink.tsx'
import type { OneDocument } from './documentTypes.ts'

/** Shows what an issued document is and where its figures come from. */
export function IssuedFacts({ year, one }: { readonly year: number; readonly one: OneDocument }) {
  const { issued, receipt, corrects, correctedBy } = one
  return (
    <dl className="facts">
      {one.number !== undefined && (
        <div>
          <dt>发文字号</dt>
          <dd>{one.number}</dd>
        </div>
      )}
      {issued !== undefined && (
        <>
          <div>
            <dt>印发</dt>
            <dd>
              {issued.by}，<ChineseDate of={issued.at} />
            </dd>
          </div>
          {issued.seal !== undefined && (
            <div>
              <dt>依据</dt>
              <dd>
                第{issued.seal}次封存的结果
                <span className="soft-line document-hash" translate="no">
                  {issued.results}
                </span>
              </dd>
            </div>
          )}
          <div>
            <dt>模板</dt>
            <dd translate="no">{issued.template}</dd>
          </div>
          <div>
            <dt>文件指纹</dt>
            <dd className="document-hash" translate="no">
              {issued.hash}
            </dd>
          </div>
        </>
      )}
      {receipt !== undefined && (
        <div>
          <dt>回执</dt>
          <dd>
            {receipt.receiver}，<ChineseDate of={receipt.receivedOn} />
            {receipt.note !== '' && <span className="soft-line">{receipt.note}</span>}
          </dd>
        </div>
      )}
      {corrects !== undefined && (
        <div>
          <dt>更正</dt>
          <dd>
            <GoLink to={`/${year}/documents/${corrects.id}`}>{corrects.number}</GoLink>
            <span className="soft-line">{corrects.reason}</span>
          </dd>
        </div>
      )}
      {correctedBy !== undefined && (
        <div>
          <dt>更正件</dt>
          <dd>
            <GoLink to={`/${year}/documents/${correctedBy.id}`}>{correctedBy.number ?? '起草中'}</GoLink>
          </dd>
        </div>
      )}
    </dl>
  )
}
