import { Menu } from "@mantine/core";
import { useEffect, useState } from "react";
import { useStore } from "zustand";
import { Icon } from "../parts/Icon.tsx";
import { canDraw } from "../parts/webgl.ts";
import { followScreen, screenStore, toggleWhole } from "../state/screen.ts";
import { cancelVideo, captureStore, savePicture, saveVideo, stopVideo } from "./capture/captureStore.ts";
import { videoLengths, videoType } from "./capture/recordVideo.ts";
import { pictureScales } from "./capture/takePicture.ts";
import "./capture.css";

function Recording({ elapsedS, lengthS }: { elapsedS: number; lengthS: number }) {
  return (
    <section className="recording" aria-label="Recording">
      <span className="recording-dot" aria-hidden="true" />
      <span className="recording-text">
        {Math.floor(elapsedS)} of {lengthS} s
      </span>
      <progress value={elapsedS} max={lengthS} aria-label="Recorded" />
      <button type="button" className="link" onClick={stopVideo}>
        Stop
      </button>
      <button type="button" className="link" onClick={cancelVideo}>
        Cancel
      </button>
    </section>
  );
}

function PictureMenu({ isBusy }: { isBusy: boolean }) {
  return (
    <Menu position="top-end" width={200}>
      <Menu.Target>
        <button type="button" className="icon-button" aria-label="Picture" title="Picture  P" disabled={isBusy}>
          <Icon name="picture" />
        </button>
      </Menu.Target>
      <Menu.Dropdown>
        {pictureScales.map((scale) => (
          <Menu.Item key={scale} onClick={() => void savePicture(scale)}>
            PNG, {scale === 1 ? "as on the screen" : "twice as fine"}
          </Menu.Item>
        ))}
      </Menu.Dropdown>
    </Menu>
  );
}

function VideoMenu({ isBusy }: { isBusy: boolean }) {
  return (
    <Menu position="top-end" width={220}>
      <Menu.Target>
        <button type="button" className="icon-button" aria-label="Video" title="Video" disabled={isBusy}>
          <Icon name="video" />
        </button>
      </Menu.Target>
      <Menu.Dropdown>
        {videoType() === undefined ? (
          <Menu.Label>This browser cannot record video. Chrome, Edge and Firefox can.</Menu.Label>
        ) : (
          videoLengths.map((lengthS) => (
            <Menu.Item key={lengthS} onClick={() => void saveVideo(lengthS)}>
              Record {lengthS} s
            </Menu.Item>
          ))
        )}
      </Menu.Dropdown>
    </Menu>
  );
}

/** Ways to take the globe along, and to have nothing else on the screen. */
export function CaptureBar() {
  const isTaking = useStore(captureStore, (state) => state.isTaking);
  const progress = useStore(captureStore, (state) => state.progress);
  const isWhole = useStore(screenStore, (state) => state.isWhole);
  useEffect(followScreen, []);
  const [isAble] = useState(canDraw);
  return (
    <div className="capture">
      {progress !== undefined && <Recording {...progress} />}
      <div className="capture-tools" role="toolbar" aria-label="Globe">
        {isAble && <PictureMenu isBusy={isTaking} />}
        {isAble && <VideoMenu isBusy={isTaking} />}
        <button
          type="button"
          className="icon-button"
          aria-label={isWhole ? "Leave the full screen" : "Full screen"}
          aria-pressed={isWhole}
          aria-keyshortcuts="w"
          title={`${isWhole ? "Leave the full screen" : "Full screen"}  W`}
          onClick={() => void toggleWhole()}
        >
          <Icon name={isWhole ? "narrow" : "whole"} />
        </button>
      </div>
    </div>
  );
}
