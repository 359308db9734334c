import "@fontsource-variable/inter/opsz.css";
import "@fontsource/jetbrains-mono/latin-400.css";
import "./mantine.css";
import "./tokens.css";
import "./base.css";
import "./parts/parts.css";
import "./parts/field.css";
import "./shell/over.css";
import "./shell/shell.css";
import "./shell/top.css";
import { createRoot } from "react-dom/client";
import { App } from "./App.tsx";
import { start } from "./shell/start.ts";

const root = document.getElementById("root");
if (root === null) throw new Error("page: no element with the id root");
start();
createRoot(root).render(<App />);
