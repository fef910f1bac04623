import { ChineseDate } from '../../kit/ChineseDate.tsx'
import { Fact } from '../../kit/Fact.tsx'
import type { OneDocument } from './documentTypes.ts'

/** Shows what an issued document is and where its figures come from. */
export function IssuedFacts({ one }: { readonly one: OneDocument }) {
  const { issued, receipt } = one
  return (
    <dl className="facts">
      {one.number !== undefined && <Fact name="发文字号">{one.number}</Fact>}
      {receipt !== undefined && (
        <Fact name="回执">
          {receipt.receiver}，<ChineseDate of={receipt.receivedOn} />
          {receipt.note !== '' && <span className="soft-line">{receipt.note}</span>}
        </Fact>
      )}
      {issued !== undefined && (
        <>
          <Fact name="印发">
            {issued.by}，<ChineseDate of={issued.at} />
          </Fact>
          {issued.seal !== undefined && (
            <Fact name="依据">
              第{issued.seal}次封存的结果
              <span className="soft-line document-hash" translate="no">
                {issued.results}
              </span>
            </Fact>
          )}
          <Fact name="模板" verbatim>
            {issued.template}
          </Fact>
          <Fact name="文件指纹" className="document-hash" verbatim>
            {issued.hash}
          </Fact>
        </>
      )}
    </dl>
  )
}
