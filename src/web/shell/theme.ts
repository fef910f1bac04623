import type { ConfigProviderProps } from 'antd'
import zhCN from 'antd/es/locale/zh_CN'
import dayjs from 'dayjs'
import 'dayjs/locale/zh-cn'

dayjs.locale('zh-cn')

const dates = zhCN.DatePicker!

/** Theme: Chinese, calm and dense: 14 px on white, blue for links and choices, red for the one primary act and what is late or wrong, no motion. Soft text has a contrast of at least 4.5. */
export const theme: ConfigProviderProps = {
  locale: {
    ...zhCN,
    DatePicker: {
      ...dates,
      lang: { ...dates.lang, fieldDateFormat: 'YYYY年M月D日', fieldDateTimeFormat: 'YYYY年M月D日 HH:mm' },
    },
  },
  button: { autoInsertSpace: false },
  theme: {
    hashed: false,
    token: {
      colorPrimary: '#1f5a8c',
      colorLink: '#1f5a8c',
      colorLinkHover: '#174569',
      colorError: '#c4281c',
      colorWarning: '#b26a00',
      colorSuccess: '#2e7d4f',
      colorInfo: '#33608f',
      // What is derived from colours this dark would be dark too.
      colorInfoBg: '#f0f4f8',
      colorInfoBorder: '#c3d3e3',
      colorSuccessBg: '#eff7f2',
      colorSuccessBorder: '#bcd9c8',
      colorWarningBg: '#fdf6e9',
      colorWarningBorder: '#ecd2a0',
      colorErrorBg: '#fcf1f0',
      colorErrorBorder: '#eec5c1',
      colorText: '#1f2329',
      colorTextSecondary: '#4a505a',
      colorTextTertiary: '#5c6370',
      colorTextDescription: '#5c6370',
      colorTextPlaceholder: '#6b7280',
      colorTextQuaternary: '#6b7280',
      colorBgLayout: '#ffffff',
      colorBorder: '#c9cdd4',
      colorSplit: '#e3e5e8',
      fontFamily: 'var(--font)',
      fontSize: 14,
      borderRadius: 4,
      controlHeight: 30,
      controlHeightSM: 26,
      padding: 12,
      paddingLG: 16,
      motion: false,
      wireframe: false,
    },
    components: {
      Table: {
        headerBg: '#f7f7f8',
        headerColor: '#1f2329',
        rowHoverBg: '#f7f7f8',
        cellPaddingBlockSM: 6,
        cellPaddingInlineSM: 8,
      },
      // The one primary act of a page is red; what is chosen, checked or linked is blue.
      Button: {
        colorPrimary: '#b3261e',
        // Darker, as that of links: what is derived is lighter, and white on it is read badly.
        colorErrorHover: '#a31d13',
        algorithm: true,
        primaryShadow: 'none',
        defaultShadow: 'none',
        dangerShadow: 'none',
      },
      Form: { itemMarginBottom: 14, verticalLabelPadding: '0 0 4px' },
    },
  },
}
