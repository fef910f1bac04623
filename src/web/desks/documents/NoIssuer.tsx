import { GoLink } from '../../kit/GoLink.tsx'

/** Says that an issuing body has to be registered first, and leads there. */
export function NoIssuer() {
  return (
    <p className="bad">
      还没有登记发文机关和代字，不能编号。请先到<GoLink to="/documentIssuers">“发文机关”</GoLink>登记。
    </p>
  )
}
