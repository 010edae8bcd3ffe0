//! Counters of the browser that no page can read.

use serde::{Deserialize, Serialize};

/// A counter of the `DevTools` protocol: `Performance.getMetrics`, and two of `Runtime.getHeapUsage`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub enum Counter {
    /// Event listeners written in JavaScript.
    JsEventListeners,
    /// Nodes of all documents, attached or not.
    Nodes,
    /// Documents that are not collected.
    Documents,
    /// Frames in the page.
    Frames,
    /// Objects of layout.
    LayoutObjects,
    /// Resources loaded.
    Resources,
    /// Objects that live as long as their document's context.
    ContextLifecycleStateObservers,
    /// Contexts with bindings of their own.
    V8PerContextDatas,
    /// Workers' global scopes.
    WorkerGlobalScopes,
    /// Contexts of frames that are gone.
    DetachedScriptStates,
    /// Memory blocks of `ArrayBuffer`s.
    ArrayBufferContents,
    /// Audio nodes.
    AudioHandlers,
    /// Processors of audio worklets.
    AudioWorkletProcessors,
    /// Peer connections.
    #[serde(rename = "rtcPeerConnections")]
    RtcPeerConnections,
    /// Fetchers of resources.
    ResourceFetchers,
    /// Media keys.
    MediaKeys,
    /// Sessions of media keys.
    MediaKeySessions,
    /// Bytes of Blink's own heap.
    EmbedderHeap,
    /// Bytes behind `ArrayBuffer`s and external strings.
    BackingStorage,
}

impl Counter {
    /// All.
    pub const ALL: [Self; 19] = [
        Self::JsEventListeners,
        Self::Nodes,
        Self::Documents,
        Self::Frames,
        Self::LayoutObjects,
        Self::Resources,
        Self::ContextLifecycleStateObservers,
        Self::V8PerContextDatas,
        Self::WorkerGlobalScopes,
        Self::DetachedScriptStates,
        Self::ArrayBufferContents,
        Self::AudioHandlers,
        Self::AudioWorkletProcessors,
        Self::RtcPeerConnections,
        Self::ResourceFetchers,
        Self::MediaKeys,
        Self::MediaKeySessions,
        Self::EmbedderHeap,
        Self::BackingStorage,
    ];

    /// Its name in the protocol.
    pub const fn name(self) -> &'static str {
        match self {
            Self::JsEventListeners => "JSEventListeners",
            Self::Nodes => "Nodes",
            Self::Documents => "Documents",
            Self::Frames => "Frames",
            Self::LayoutObjects => "LayoutObjects",
            Self::Resources => "Resources",
            Self::ContextLifecycleStateObservers => "ContextLifecycleStateObservers",
            Self::V8PerContextDatas => "V8PerContextDatas",
            Self::WorkerGlobalScopes => "WorkerGlobalScopes",
            Self::DetachedScriptStates => "DetachedScriptStates",
            Self::ArrayBufferContents => "ArrayBufferContents",
            Self::AudioHandlers => "AudioHandlers",
            Self::AudioWorkletProcessors => "AudioWorkletProcessors",
            Self::RtcPeerConnections => "RTCPeerConnections",
            Self::ResourceFetchers => "ResourceFetchers",
            Self::MediaKeys => "MediaKeys",
            Self::MediaKeySessions => "MediaKeySessions",
            Self::EmbedderHeap => "embedderHeapUsedSize",
            Self::BackingStorage => "backingStorageSize",
        }
    }

    /// Its name in `DevTools`' Performance monitor, if it is shown there.
    pub const fn shown(self) -> Option<&'static str> {
        match self {
            Self::JsEventListeners => Some("JS event listeners"),
            Self::Nodes => Some("DOM Nodes"),
            Self::Documents => Some("Documents"),
            Self::Frames => Some("Document Frames"),
            _ => None,
        }
    }
}
