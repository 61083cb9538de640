import '@fontsource-variable/noto-sans/wght.css'
import '@oicl/openbridge-webcomponents/dist/openbridge.css'
import './app.css'
import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import { App } from './app/App'

const root = document.getElementById('root')
if (root) {
  createRoot(root).render(
    <StrictMode>
      <App />
    </StrictMode>,
  )
}
