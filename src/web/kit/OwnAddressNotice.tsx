import { Alert } from 'antd'
import { useMay } from '../client/useMay.ts'
import { useOfficeAddress } from '../client/useOfficeAddress.ts'

/** Warns that the address about to be printed opens on this computer alone. */
export function OwnAddressNotice() {
  const { address, isOwn } = useOfficeAddress()
  const may = useMay()
  if (!isOwn) return null
  return (
    <Alert
      type="warning"
      showIcon
      title={
        <>
          网址<span translate="no">{address}</span>只有这台电脑能打开
        </>
      }
      description={
        may('configure')
          ? '请先在“本单位”（还没有办完首次使用各步的，在“首次使用”）中填写别的电脑和手机能打开的访问网址，再打印。'
          : '请组织考核者先在“本单位”中填写别的电脑和手机能打开的访问网址，再打印。'
      }
    />
  )
}
