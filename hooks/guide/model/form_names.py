"""The names by which browsers and scripts ask something of a form.

A form knows each of its fields by the field's id, before anything of its own: beside a field `matches`, nobody can ask
it what it matches. So no field has such an id. Tests hold the list to a browser, and to what our scripts ask.
"""

OF_BROWSERS = """
    ATTRIBUTE_NODE CDATA_SECTION_NODE COMMENT_NODE DOCUMENT_FRAGMENT_NODE DOCUMENT_NODE
    DOCUMENT_POSITION_CONTAINED_BY DOCUMENT_POSITION_CONTAINS DOCUMENT_POSITION_DISCONNECTED
    DOCUMENT_POSITION_FOLLOWING DOCUMENT_POSITION_IMPLEMENTATION_SPECIFIC DOCUMENT_POSITION_PRECEDING
    DOCUMENT_TYPE_NODE ELEMENT_NODE ENTITY_NODE ENTITY_REFERENCE_NODE NOTATION_NODE PROCESSING_INSTRUCTION_NODE
    TEXT_NODE __defineGetter__ __defineSetter__ __lookupGetter__ __lookupSetter__ __proto__ acceptCharset accessKey
    action activeViewTransition addEventListener after animate append appendChild assignedSlot attachInternals
    attachShadow attributeStyleMap attributes autocapitalize autocomplete autocorrect autofocus baseURI before blur
    checkValidity checkVisibility childElementCount childNodes children classList className click clientHeight
    clientLeft clientTop clientWidth cloneNode closest compareDocumentPosition computedStyleMap constructor
    contains contentEditable currentCSSZoom customElementRegistry dataset dir dispatchEvent draggable editContext
    elementTiming elements encoding enctype enterKeyHint firstChild firstElementChild focus focusGroup
    focusGroupStart getAnimations getAttribute getAttributeNS getAttributeNames getAttributeNode getAttributeNodeNS
    getBoundingClientRect getClientRects getElementsByClassName getElementsByTagName getElementsByTagNameNS getHTML
    getRootNode hasAttribute hasAttributeNS hasAttributes hasChildNodes hasOwnProperty hasPointerCapture hidden
    hidePopover id inert innerHTML innerText inputMode insertAdjacentElement insertAdjacentHTML insertAdjacentText
    insertBefore isConnected isContentEditable isDefaultNamespace isEqualNode isPrototypeOf isSameNode lang
    lastChild lastElementChild length localName lookupNamespaceURI lookupPrefix matches method moveBefore
    mozMatchesSelector mozRequestFullScreen name namespaceURI nextElementSibling nextSibling noValidate nodeName
    nodeType nodeValue nonce normalize offsetHeight offsetLeft offsetParent offsetTop offsetWidth outerHTML
    outerText ownerDocument parentElement parentNode part popover prefix prepend previousElementSibling
    previousSibling propertyIsEnumerable pseudo querySelector querySelectorAll rel relList releaseCapture
    releasePointerCapture remove removeAttribute removeAttributeNS removeAttributeNode removeChild
    removeEventListener replaceChild replaceChildren replaceWith reportValidity requestFullscreen
    requestPointerLock requestSubmit reset role scroll scrollBy scrollHeight scrollIntoView scrollIntoViewIfNeeded
    scrollLeft scrollLeftMax scrollTo scrollTop scrollTopMax scrollWidth setAttribute setAttributeNS
    setAttributeNode setAttributeNodeNS setCapture setHTML setHTMLUnsafe setPointerCapture shadowRoot showPopover
    slot spellcheck startViewTransition style submit tabIndex tagName target textContent title toLocaleString
    toString toggleAttribute togglePopover translate valueOf virtualKeyboardPolicy webkitMatchesSelector
    webkitRequestFullScreen webkitRequestFullscreen webkitdropzone when writingSuggestions
"""
"""All properties of a form, as they are written; those of Firefox and WebKit alone among them."""
OF_ARIA = """
    ActionsElements ActiveDescendantElement Atomic AutoComplete BrailleLabel BrailleRoleDescription Busy Checked
    ColCount ColIndex ColIndexText ColSpan ControlsElements Current DescribedByElements Description DetailsElements
    Disabled ErrorMessageElements Expanded FlowToElements HasPopup Hidden Invalid KeyShortcuts Label
    LabelledByElements Level Live Modal MultiLine MultiSelectable Notify Orientation Placeholder PosInSet Pressed
    ReadOnly Relevant Required RoleDescription RowCount RowIndex RowIndexText RowSpan Selected SetSize Sort
    ValueMax ValueMin ValueNow ValueText
"""
"""Those that begin with “aria”, without that."""
OF_EVENTS = """
    onabort onanimationcancel onanimationend onanimationiteration onanimationstart onauxclick onbeforecopy
    onbeforecut onbeforeinput onbeforematch onbeforepaste onbeforetoggle onbeforexrselect onblur oncancel oncanplay
    oncanplaythrough onchange onclick onclose oncommand oncontentvisibilityautostatechange oncontextlost
    oncontextmenu oncontextrestored oncopy oncuechange oncut ondblclick ondrag ondragend ondragenter ondragleave
    ondragover ondragstart ondrop ondurationchange onemptied onended onerror onfocus onformdata onfullscreenchange
    onfullscreenerror ongotpointercapture oninput oninvalid onkeydown onkeypress onkeyup onload onloadeddata
    onloadedmetadata onloadstart onlostpointercapture onmousedown onmouseenter onmouseleave onmousemove onmouseout
    onmouseover onmouseup onmousewheel onpaste onpause onplay onplaying onpointercancel onpointerdown
    onpointerenter onpointerleave onpointermove onpointerout onpointerover onpointerup onprogress onratechange
    onreset onresize onscroll onscrollend onscrollsnapchange onscrollsnapchanging onsearch
    onsecuritypolicyviolation onseeked onseeking onselect onselectionchange onselectstart onslotchange onstalled
    onsubmit onsuspend ontimeupdate ontoggle ontransitioncancel ontransitionend ontransitionrun ontransitionstart
    onvolumechange onwaiting onwebkitanimationend onwebkitanimationiteration onwebkitanimationstart
    onwebkitfullscreenchange onwebkitfullscreenerror onwebkittransitionend onwheel
"""
OF_SCRIPTS = "answers files"
"""What the scripts of a sheet hang on it."""
USUAL = frozenset({"name", "when"})
"""What sheets ask for, and no script asks of a form: such a field keeps its id, by which answers are kept."""
_OF_ARIA = " ".join(f"aria{name}" for name in OF_ARIA.split())
FORM_NAMES = frozenset(f"{OF_BROWSERS} {_OF_ARIA} {OF_EVENTS} {OF_SCRIPTS}".lower().split()) - USUAL
"""All others, in small letters."""
