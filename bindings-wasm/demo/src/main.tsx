import { render } from "preact";
import { App } from "./app.tsx";
import "./styles/base.css";
import "./styles/layout.css";
import "./styles/form.css";
import "./styles/result.css";
import "./styles/paper.css";

render(<App />, document.getElementById("app")!);
